// Generated from the contracts by `npm run generate`. Do not edit.
import type { DomainEvent } from '../events/types.ts';
import type { Address, BookedAddress, Channel, ContactPreferences, Language, LocalStatus, Money, OrderLine, ParcelStatus, Permission, QuietHours, Role, ShipmentStatus, ShippingMethod } from '../shared.ts';

export type AddressAdded = {
  customerId: string;
  addressId: string;
};

export type AddressChanges = {
  recipient?: string;
  street?: string;
  postalCode?: string | null;
  city?: string;
  region?: string | null;
  country?: string;
  phone?: string | null;
};

/** As somebody types it. Whether it needs a postal code, and of what form, depends on its country. */
export type AddressDraft = {
  /** The person who receives the parcel. */
  recipient: string;
  street: string;
  postalCode?: string;
  city: string;
  /** Province or state. */
  region?: string;
  country: string;
  phone?: string;
};

export type AddressPatch = {
  address?: AddressChanges;
  isDefault?: true;
};

/** The event as it was published, with its wire name. */
export type AuditEvent = DomainEvent & {
  /** Wire name, such as `order.created`. */
  detailType: string;
};

export type AuditPage = {
  events: readonly AuditEvent[];
  nextCursor?: string;
};

export type Availability = {
  productId: string;
  /** Units that can be ordered. */
  available: number;
  /** Whether there is any and the shop is open. */
  isAvailable: boolean;
};

export type AvailabilityQuery = {
  lines: readonly OrderDraftLine[];
};

export type AvailabilityValue = 'available' | 'unavailable';

export type CancelOrder = {
  reason?: string;
};

export type Cancellation = {
  orderId: string;
  status: 'cancelled' | 'cancelling';
};

/** The part of the carrier's message that is checked before its signature is verified. */
export type CarrierMessage = {
  status: string;
};

export type ChargeCompleted = {
  eventId: string;
  type: 'charge.completed';
  chargeId: string;
  reference: ChargeReference;
  amount: Money;
  transactionId: string;
};

export type ChargeFailed = {
  eventId: string;
  type: 'charge.failed';
  chargeId: string;
  reference: ChargeReference;
  amount: Money;
  /** Whether a later attempt may succeed. */
  retryable: boolean;
  reason: string;
};

/** What we passed to the provider with the charge. */
export type ChargeReference = {
  organizationId: string;
  orderId: string;
  attempt: number;
};

export type Customer = {
  customerId: string;
  /** An inactive customer has a login that may not order, such as one that was deactivated. */
  status: 'active' | 'inactive';
  /** Where e-mails go. */
  email: string;
  /** Whether the customer has proved that it is theirs. */
  isEmailVerified: boolean;
  name: string;
  phone?: string;
  preferences: ContactPreferences;
  /** In the order in which they were added. */
  addresses: readonly BookedAddress[];
  /** Left out for the staff of a shop. */
  statistics?: CustomerStatistics;
  registeredAt: string;
  updatedAt?: string;
};

export type CustomerDraft = {
  email: string;
  name: string;
  phone?: string;
  preferences?: PreferencesDraft;
};

export type CustomerPatch = {
  email?: string;
  name?: string;
  phone?: string | null;
  preferences?: PreferencesPatch;
};

export type CustomerRegistered = {
  customerId: string;
};

/** What the customer's orders come to. An order counts a moment after it changed. */
export type CustomerStatistics = {
  ordersPlaced: number;
  ordersDelivered: number;
  ordersCancelled: number;
  /** The totals of the delivered orders, one sum for each currency. */
  amountsSpent: readonly Money[];
  /** One for each whole unit of the currency, such as a euro, in each delivered order. */
  loyaltyPoints: number;
  /** The order that was placed last. */
  lastOrder?: {
    orderId: string;
    totalAmount: Money;
    placedAt: string;
  };
};

export type CustomerToValidate = {
  /** Left out by customers who ask about themselves. */
  customerId?: string;
  shipTo?: ShipTo;
};

export type CustomerValidation = {
  customerId: string;
  /** Whether the customer is active and the order can go there. */
  mayOrder: boolean;
  isActive: boolean;
  /** Whether the customer has a telephone number and a default address. Those who do not may order all the same, and collect
   * the order. */
  isComplete: boolean;
  /** Whether the order can go to `shipTo`, or to the default address, or be collected. */
  isDeliverable: boolean;
  /** How the order would reach the customer. */
  method?: ShippingMethod;
  /** The address of the book that it would go to. */
  addressId?: string;
  /** Why the customer may not order, with the place in the body if it is in the body. */
  errors: readonly InputError[];
};

export type DeactivatedUser = {
  userId: string;
  active: false;
};

export type Dependency = {
  kind: 'table' | 'bus' | 'queue' | 'saga' | 'grpc' | 'provider' | 'email';
  /** Which one, such as the domain that the table belongs to. */
  name: string;
  status: 'ok' | 'down';
};

/** A Web Push subscription, as `PushSubscription.toJSON()` gives it in a browser. */
export type DeviceRegistration = {
  /** Where the push service takes messages for the device. */
  endpoint: string;
  keys: {
    /** The public key of the device, base64url. */
    p256dh: string;
    /** The authentication secret of the device, base64url. */
    auth: string;
  };
};

export type FacetCount = {
  /** What to send as the filter of this name. */
  value: string;
  /** The name of the shop. */
  name?: string;
  count: number;
};

export type FoundProduct = {
  productId: string;
  localId: string;
  /** The name of the shop. */
  localName?: string;
  name: string;
  category: string;
  price: Money;
  description?: string;
  unit?: string;
  origin?: string;
  photos?: readonly string[];
  /** Whether it can be ordered now. */
  isAvailable: boolean;
  createdAt: string;
};

export type Health = {
  status: 'ok' | 'degraded' | 'down';
  checkedAt: string;
  dependencies: readonly Dependency[];
};

export type InputError = {
  /** JSON pointer (RFC 6901) into the body, or the name of a parameter after a slash. */
  path: string;
  message: string;
};

export type IssuedPartnerKey = {
  keyId: string;
  name: string;
  issuedAt: string;
  /** The user who issued it. */
  issuedBy: string;
  /** The value of `X-Api-Key`. It is shown here and never again. */
  secret: string;
};

/** A JSON Web Key Set (RFC 7517). */
export type KeySet = {
  keys: readonly PublicKey[];
};

export type LineAvailability = {
  productId: string;
  /** Units asked for. */
  requested: number;
  /** Units that can be ordered. */
  available: number;
  isAvailable: boolean;
  /** Whether there is a stock of this product. One that was published a moment ago may get it yet. */
  isKnown: boolean;
  /** The version of the stock; 0 when there is none. */
  version: number;
};

export type LinkAsked = {
  requested: true;
};

export type LinkSecret = {
  secret: string;
};

export type ListedUser = {
  userId: string;
  email: string;
  /** Whether the user proved that the address is theirs. */
  verified: boolean;
  name: string;
  roles: readonly Role[];
  localIds: readonly string[];
  /** Whether the user can log in. */
  active: boolean;
  registeredAt: string;
};

/** A shop. */
export type Local = {
  localId: string;
  name: string;
  status: LocalStatus;
};

export type LocalDraft = {
  name: string;
};

export type LocalPage = {
  locals: readonly Local[];
  nextCursor?: string;
};

export type LocalUpdate = {
  name?: string;
  status?: LocalStatus;
};

export type LocalValidation = ValidLocal | RefusedToken;

export type Login = {
  organizationId: string;
  email: string;
  password: string;
};

export type Mailbox = {
  organizationId: string;
  email: string;
};

export type NewAddress = {
  address: AddressDraft;
  /** Orders that name no address go to the default. */
  isDefault: boolean;
};

export type NotificationEntry = {
  notificationId: string;
  /** Wire name of the event that it is about, such as `order.confirmed`. */
  cause: string;
  channel: Channel;
  /** `held`: it waits for the end of the quiet hours. `dropped`: it was held, and the customer changed their mind. */
  status: 'held' | 'sending' | 'sent' | 'failed' | 'dropped';
  subject: string;
  /** The order, product or person that it is about. */
  aboutId: string;
  createdAt: string;
  /** When a held message is sent. */
  dueAt?: string;
  endedAt?: string;
};

export type NotificationPage = {
  notifications: readonly NotificationEntry[];
  nextCursor?: string;
};

export type Order = {
  orderId: string;
  customerId: string;
  status: OrderStatus;
  method: ShippingMethod;
  /** All of them; for the staff of a shop those of their shops. */
  lines: readonly OrderLine[];
  /** The sum of these lines. */
  subtotal: Money;
  /** Left out for the staff of a shop. */
  totalAmount?: Money;
  placedAt: string;
  /** The member of staff who ordered for the customer. */
  placedBy?: string;
  /** Where it is delivered. Removed when the customer is erased. */
  shipTo?: Address;
  note?: string;
  /** The payment that settled it, once it is confirmed. Left out for the staff of a shop. */
  paymentId?: string;
  /** Left out for the staff of a shop. */
  cancelReason?: string;
};

export type OrderDetails = {
  order: Order;
  payment?: Payment;
  shipment?: Shipment;
  /** What the shops have of its products now, beyond what is reserved for orders such as this one. */
  stock?: readonly ProductAvailable[];
  /** The parts that could not be read in time. */
  unavailable: readonly ('payment' | 'shipment' | 'stock')[];
};

export type OrderDraft = {
  lines: readonly OrderDraftLine[];
  /** The payment provider's token. Card data is refused. */
  paymentMethod: {
    token: string;
  };
  shipTo?: ShipTo;
  note?: string;
  /** The customer that staff order for. Left out by those who order for themselves. */
  customerId?: string;
};

export type OrderDraftLine = {
  productId: string;
  /** Units. */
  quantity: number;
};

export type OrderPage = {
  orders: readonly OrderSummary[];
  nextCursor?: string;
};

export type OrderPlaced = {
  orderId: string;
  status: 'pending';
  totalAmount: Money;
};

export type OrderStatus = 'pending' | 'confirmed' | 'shipped' | 'delivered' | 'cancelling' | 'cancelled';

export type OrderSummary = {
  orderId: string;
  status: OrderStatus;
  totalAmount: Money;
  placedAt: string;
};

export type Parcel = {
  parcelId: string;
  /** The shop it comes from. */
  localId: string;
  status: ParcelStatus;
  /** When it came to this status. */
  movedAt: string;
  carrier?: string;
  trackingNumber?: string;
  estimatedDelivery?: string;
  location?: string;
  /** The label to print, for staff. */
  labelUrl?: string;
};

/** What we passed to the carrier with the parcel. */
export type ParcelReference = {
  organizationId: string;
  orderId: string;
  parcelId: string;
};

/** Where the carrier saw a parcel. Fields that the carrier adds later are ignored. */
export type ParcelReport = {
  /** `created` says that the carrier knows the parcel and nothing else. */
  status: 'created' | 'in_transit' | 'out_for_delivery' | 'delivered' | 'returned' | 'lost';
  reference: ParcelReference;
  location?: string;
  /** When the carrier saw it. */
  occurredAt: string;
};

export type PartnerKey = {
  keyId: string;
  name: string;
  issuedAt: string;
  /** The user who issued it. */
  issuedBy: string;
};

export type PartnerKeyDraft = {
  /** What you call the partner. */
  name: string;
};

export type PartnerKeyPage = {
  keys: readonly PartnerKey[];
  nextCursor?: string;
};

export type PasswordReset = {
  secret: string;
  password: string;
};

export type Payment = {
  paymentId: string;
  orderId: string;
  customerId: string;
  /** `closed`: nothing more is charged, and what was charged is refunded. */
  status: 'initiated' | 'completed' | 'failed' | 'closed';
  /** The latest attempt. */
  attempt: number;
  amount: Money;
  /** Every charge, in the order in which they began. */
  attempts: readonly PaymentAttempt[];
};

export type PaymentAttempt = {
  attempt: number;
  /** `pending` until the provider reports; `voided`: cancelled before money was taken. */
  status: 'pending' | 'completed' | 'failed' | 'voided' | 'refunded';
  amount: Money;
  /** Attempts of before lack it. */
  startedAt?: string;
  /** When the status changed last. */
  changedAt?: string;
  /** Why it failed. */
  reason?: string;
  /** Whether a later attempt may succeed. */
  retryable?: boolean;
  /** The provider charged this beside what was asked for. */
  isSecondCharge?: boolean;
  /** `owed`: it is being cancelled at the provider, or given back. */
  reversal: 'none' | 'owed' | 'voided' | 'refunded';
};

export type PaymentMethodToValidate = {
  token: string;
};

export type PaymentMethodValidation = {
  /** Whether the provider could charge it. The bank may still decline. */
  isValid: boolean;
  /** Why it could not; the provider's own code if it gave one. */
  reason?: string;
};

export type PreferencesDraft = {
  language?: Language;
  channels?: readonly Channel[];
  quietHours?: QuietHours;
};

export type PreferencesPatch = {
  language?: Language;
  channels?: readonly Channel[];
  quietHours?: QuietHours | null;
};

/** At least one minor unit, at most a million in a currency with cents. */
export type Price = {
  /** Minor units of the currency, such as cents. */
  amountMinor: number;
  currency: string;
};

/** Problem details (RFC 9457). */
export type Problem = {
  /** Identifies the kind of problem. It never changes. */
  type:
    | 'https://lonja.dev/problems/malformed-request'
    | 'https://lonja.dev/problems/malformed-json'
    | 'https://lonja.dev/problems/malformed-header'
    | 'https://lonja.dev/problems/idempotency-key-required'
    | 'https://lonja.dev/problems/malformed-idempotency-key'
    | 'https://lonja.dev/problems/not-signed-in'
    | 'https://lonja.dev/problems/wrong-credentials'
    | 'https://lonja.dev/problems/session-ended'
    | 'https://lonja.dev/problems/link-refused'
    | 'https://lonja.dev/problems/invalid-signature'
    | 'https://lonja.dev/problems/not-allowed'
    | 'https://lonja.dev/problems/not-found'
    | 'https://lonja.dev/problems/method-not-allowed'
    | 'https://lonja.dev/problems/request-in-flight'
    | 'https://lonja.dev/problems/own-account'
    | 'https://lonja.dev/problems/own-administration'
    | 'https://lonja.dev/problems/last-admin'
    | 'https://lonja.dev/problems/too-many-keys'
    | 'https://lonja.dev/problems/stock-reserved'
    | 'https://lonja.dev/problems/order-shipped'
    | 'https://lonja.dev/problems/customer-erased'
    | 'https://lonja.dev/problems/shipment-cancelled'
    | 'https://lonja.dev/problems/parcel-not-booked'
    | 'https://lonja.dev/problems/orders-under-way'
    | 'https://lonja.dev/problems/address-book-full'
    | 'https://lonja.dev/problems/stale-version'
    | 'https://lonja.dev/problems/body-too-large'
    | 'https://lonja.dev/problems/unsupported-media-type'
    | 'https://lonja.dev/problems/invalid-input'
    | 'https://lonja.dev/problems/idempotency-key-reused'
    | 'https://lonja.dev/problems/amount-mismatch'
    | 'https://lonja.dev/problems/if-match-required'
    | 'https://lonja.dev/problems/too-many-requests'
    | 'https://lonja.dev/problems/too-many-logins'
    | 'https://lonja.dev/problems/internal-fault'
    | 'https://lonja.dev/problems/dependency-unavailable'
    | 'https://lonja.dev/problems/auth-unavailable'
    | 'https://lonja.dev/problems/busy'
    | 'https://lonja.dev/problems/not-yet-known';
  title: string;
  status: number;
  /** What is wrong with this request. */
  detail?: string;
  correlationId: string;
  /** The places in the input that are wrong, at most 20 of them. */
  errors?: readonly InputError[];
};

export type Product = {
  productId: string;
  localId: string;
  name: string;
  category: string;
  price: Money;
  lowStockThreshold: number;
  description?: string;
  unit?: string;
  origin?: string;
  photos?: readonly string[];
  createdAt: string;
  /** Absent until the first change. */
  updatedAt?: string;
};

export type ProductAvailable = {
  productId: string;
  /** Units that can be ordered. */
  available: number;
};

export type ProductCreated = {
  productId: string;
};

export type ProductDraft = {
  /** The shop that sells it. You must work for it. */
  localId: string;
  name: string;
  category: string;
  /** Price of one unit. */
  price: Price;
  /** Units in stock at the start. */
  initialStock: number;
  lowStockThreshold: number;
  description?: string;
  unit?: string;
  origin?: string;
  photos?: readonly string[];
};

/** What to change. Null removes an optional field. */
export type ProductPatch = {
  name?: string;
  category?: string;
  /** Price of one unit. It is replaced as a whole. */
  price?: Price;
  lowStockThreshold?: number;
  description?: string | null;
  unit?: string | null;
  origin?: string | null;
  /** It is replaced as a whole. An empty list removes it. */
  photos?: readonly string[] | null;
};

export type ProductSearchPage = {
  products: readonly FoundProduct[];
  /** How many products were found on all pages. */
  total: number;
  facets: SearchFacets;
  nextCursor?: string;
};

export type Profile = {
  userId: string;
  organizationId: string;
  email: string;
  /** Whether you proved that `email` is yours. */
  verified: boolean;
  /** Replaces `email` once you verify it. */
  newEmail?: string;
  name: string;
  language?: Language;
  roles: readonly Role[];
  localIds: readonly string[];
  registeredAt: string;
};

export type ProfileUpdate = {
  /** The address that you want to have. */
  newEmail?: string;
  name?: string;
  language?: Language;
};

/** The result of a charge. Fields that the provider adds later are ignored. */
export type ProviderEvent = ChargeCompleted | ChargeFailed;

/** The part of the provider's message that is checked before its signature is verified. */
export type ProviderMessage = {
  /** The kind of message. There may be other types than those of `ProviderEvent`. */
  type: string;
};

export type PublicKey = {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  kid: string;
  alg: 'ES256';
  use: 'sig';
};

export type PushKey = {
  /** A point on P-256, uncompressed, base64url. */
  publicKey: string;
};

export type Refresh = {
  refreshToken: string;
};

export type RefusedToken = {
  isValid: false;
  /** The reason, as a short code for logs. */
  errorMessage: string;
};

export type Registered = {
  userId: string;
  organizationId: string;
  roles: readonly Role[];
};

/** Either `organization`, to found a market, or `organizationId`, to join one. */
export type Registration = {
  email: string;
  password: string;
  name: string;
  /** The language of our e-mails to you. */
  language?: Language;
} & ({
  /** The market to found. */
  organization: {
    name: string;
  };
  organizationId?: undefined;
} | {
  /** The market to join. */
  organizationId: string;
  organization?: undefined;
});

export type RoleAssignment = {
  roles: readonly Role[];
  localIds: readonly string[];
};

export type SearchFacets = {
  category: readonly FacetCount[];
  localId: readonly FacetCount[];
  currency: readonly FacetCount[];
  availability: readonly FacetCount[];
};

/** Where an order goes. Exactly one of these. */
export type ShipTo = Record<never, never> & ({
  address: AddressDraft;
  addressId?: undefined;
  collect?: undefined;
} | {
  /** An address of the customer's book. */
  addressId: string;
  address?: undefined;
  collect?: undefined;
} | {
  /** The customer collects it at the shops. */
  collect: true;
  address?: undefined;
  addressId?: undefined;
});

/** How an order gets from its shops to the customer. */
export type Shipment = {
  shipmentId: string;
  orderId: string;
  status: ShipmentStatus;
  method?: ShippingMethod;
  createdAt?: string;
  /** Where a carrier delivers it. It is gone once the customer was erased. */
  shipTo?: Address;
  /** What the customer wants the shops to know. */
  note?: string;
  /** One for each shop. Staff see those of their shops only. */
  parcels: readonly Parcel[];
};

export type ShipmentPage = {
  shipments: readonly Shipment[];
  nextCursor?: string;
};

export type StaffOrderPage = {
  orders: readonly Order[];
  nextCursor?: string;
};

/** Units of a product. `available` can be ordered, `reserved` is set aside for orders, `shipped` has left. */
export type Stock = {
  productId: string;
  available: number;
  reserved: number;
  shipped: number;
  /** The version, as in the ETag. */
  version: number;
};

export type StockAdjustment = {
  /** Units to add, or to take away if negative. Not 0. */
  delta: number;
  reason: string;
};

export type StockAvailability = {
  /** Whether all lines can be ordered. */
  allAvailable: boolean;
  lines: readonly LineAvailability[];
};

export type StockMovement = {
  /** The version of the stock after it. */
  version: number;
  at: string;
  reason: 'initial' | 'adjusted' | 'reserved' | 'released' | 'shipped';
  /** Units; negative where an adjustment took them away. */
  quantity: number;
  /** Available units after it. */
  available: number;
  /** Reserved units after it. */
  reserved: number;
  /** Who caused it. A job has no user. */
  userId?: string;
  orderId?: string;
  /** The shop's reason for an adjustment. */
  note?: string;
};

export type StockMovementPage = {
  movements: readonly StockMovement[];
  nextCursor?: string;
};

export type Timeline = {
  orderId: string;
  status: OrderStatus;
  /** The correlation id of the request that placed it. */
  correlationId: string;
  entries: readonly TimelineEntry[];
};

export type TimelineEntry = {
  /** Wire name of the event, such as `inventory.reserved`. */
  type: string;
  occurredOn: string;
  eventId: string;
  /** What happened, in words. */
  summary: string;
};

export type TokenVerification = ValidToken | RefusedToken;

export type Tokens = {
  /** A JWT, for `Authorization: Bearer …`. */
  accessToken: string;
  /** Lifetime of the access token. */
  expiresInSeconds: number;
  refreshToken: string;
  tokenType: 'Bearer';
};

export type UserPage = {
  users: readonly ListedUser[];
  nextCursor?: string;
};

export type UserPermissions = {
  userId: string;
  roles: readonly Role[];
  permissions: readonly Permission[];
  localIds: readonly string[];
};

export type ValidLocal = {
  isValid: true;
  localName: string;
};

export type ValidToken = {
  isValid: true;
  userId: string;
  organizationId: string;
  permissions: readonly Permission[];
  /** The shops the user works for. */
  locals: readonly string[];
  active: true;
};

export type WebhookReceived = {
  received: true;
};

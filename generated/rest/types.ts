// Generated from the contracts by `npm run generate`. Do not edit.
import type { DomainEvent } from '../events/types.ts';
import type { Language, LocalStatus, Money, OrderLine, Permission, Role } from '../shared.ts';

/** The event as it was published, with its wire name. */
export type AuditEvent = DomainEvent & {
  /** Wire name, such as `order.created`. */
  detailType: string;
};

export type AuditPage = {
  events: readonly AuditEvent[];
  nextCursor?: string;
};

export type CancelOrder = {
  reason?: string;
};

export type Cancellation = {
  orderId: string;
  status: 'cancelled' | 'cancelling';
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

export type Order = {
  orderId: string;
  customerId: string;
  status: OrderStatus;
  lines: readonly OrderLine[];
  totalAmount: Money;
  placedAt: string;
  /** The payment that settled it, once it is confirmed. */
  paymentId?: string;
  cancelReason?: string;
};

export type OrderDraft = {
  lines: readonly OrderDraftLine[];
  /** The payment provider's token. Card data is refused. */
  paymentMethod: {
    token: string;
  };
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
  createdAt: string;
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
  /** Units. Stock that falls below it is announced as low. */
  lowStockThreshold: number;
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

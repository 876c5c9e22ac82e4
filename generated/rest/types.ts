// Generated from the contracts by `npm run generate`. Do not edit.
import type { DomainEvent } from '../events/types.ts';
import type { Money, OrderLine, Permission, Role } from '../shared.ts';

/** The event as it travelled, with its wire name. */
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
  /** Whether a later attempt may go through. */
  retryable: boolean;
  reason: string;
};

/** What we gave the provider with the charge. */
export type ChargeReference = {
  organizationId: string;
  orderId: string;
  attempt: number;
};

export type DeactivatedUser = {
  userId: string;
  active: false;
};

export type InputError = {
  /** JSON pointer into the body, or the parameter. */
  path: string;
  message: string;
};

/** A JSON Web Key Set (RFC 7517). */
export type KeySet = {
  keys: readonly PublicKey[];
};

/** A shop. */
export type Local = {
  localId: string;
  name: string;
};

export type LocalDraft = {
  name: string;
};

export type LocalPage = {
  locals: readonly Local[];
  nextCursor?: string;
};

export type LocalValidation = ValidLocal | RefusedToken;

export type Login = {
  organizationId: string;
  email: string;
  password: string;
};

export type Order = {
  orderId: string;
  customerId: string;
  status: OrderStatus;
  lines: readonly OrderLine[];
  totalAmount: Money;
  placedAt: string;
  /** What settled it, once confirmed. */
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

export type Payment = {
  paymentId: string;
  orderId: string;
  customerId: string;
  /** `closed`: nothing is charged any more, what was is given back. */
  status: 'initiated' | 'completed' | 'failed' | 'closed';
  /** The latest one. */
  attempt: number;
  amount: Money;
};

/** More than nothing, at most a million of most currencies. */
export type Price = {
  /** Minor units of the currency, such as cents. */
  amountMinor: number;
  currency: string;
};

/** Problem details (RFC 9457). */
export type Problem = {
  /** Names the kind of problem and stays as it is. */
  type: string;
  title: string;
  status: number;
  /** What is wrong this time. */
  detail?: string;
  correlationId: string;
  /** The places in the input that are wrong. */
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
  /** The shop that sells it; you must work for it. */
  localId: string;
  name: string;
  category: string;
  /** Price of one unit. */
  price: Price;
  /** Units on the shelf at the start. */
  initialStock: number;
  /** Units; stock that falls below it is announced as low. */
  lowStockThreshold: number;
};

/** What became of a charge. Fields that the provider adds later are ignored. */
export type ProviderEvent = ChargeCompleted | ChargeFailed;

/** Whatever the provider tells, as far as it is read before its signature is verified. */
export type ProviderMessage = {
  /** What it is about. More types may come than those of `ProviderEvent`. */
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
  /** Why, as a short code for the log. */
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
  /** As in the ETag. */
  version: number;
};

export type StockAdjustment = {
  /** Units to add; negative to take away. Not 0. */
  delta: number;
  reason: string;
};

export type Timeline = {
  orderId: string;
  status: OrderStatus;
  /** Of the request that placed it. */
  correlationId: string;
  entries: readonly TimelineEntry[];
};

export type TimelineEntry = {
  /** Wire name of the event, such as `inventory.reserved`. */
  type: string;
  occurredOn: string;
  eventId: string;
  /** What happened in words. */
  summary: string;
};

export type TokenVerification = ValidToken | RefusedToken;

export type Tokens = {
  /** A JWT, for `Authorization: Bearer …`. */
  accessToken: string;
  /** Life of the access token. */
  expiresInSeconds: number;
  refreshToken: string;
  tokenType: 'Bearer';
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

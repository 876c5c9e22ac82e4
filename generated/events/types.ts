// Generated from the contracts by `npm run generate`. Do not edit.
import type { Money, OrderLine, PaymentMethod, Permission, ProductQuantity, Role } from '../shared.ts';

/** What travels as `detail` on the bus: the envelope around every event's own data. The wire name is the entry's `detail-type`. */
export type DomainEvent = {
  /** Names the event; two versions of one event share it. */
  eventId: string;
  /** The type's name, such as OrderCreated. */
  eventType: string;
  /** The order, product, payment, user … it happened to. */
  aggregateId: string;
  /** Version of the schema of `eventData`. */
  eventVersion: number;
  occurredOn: string;
  /** The event's own data, by the schema of its type. */
  eventData: Record<string, unknown>;
  /** Where the event comes from. */
  metadata: {
    correlationId: string;
    causationId: string;
    /** The tenant. */
    organizationId: string;
    /** Who asked for it, when a user did. */
    userId?: string;
    traceparent: string;
    /** The aggregate's version after the change, counted from 1. Events may arrive in any order: the higher one is newer. */
    aggregateVersion: number;
  };
};

/** A shop was opened in the organization. */
export type LocalCreated = {
  localId: string;
  name: string;
};

/** Available stock fell below its threshold, or to nothing; told once per crossing. */
export type LowStockWarning = {
  productId: string;
  /** Lets a consumer name the product without asking for it. */
  productName?: string;
  /** Available units. */
  currentStock: number;
  /** Units. */
  threshold: number;
  /** `critical` when nothing is left. */
  urgencyLevel: 'medium' | 'critical';
};

/** A message went out to somebody, or could not. */
export type NotificationSent = {
  notificationId: string;
  /** Sensitive: names a person. */
  recipient: string;
  /** How it went out. */
  type: 'email';
  status: 'sent' | 'failed';
  /** Subject line. */
  subject: string;
  /** The order, product or user it is about. */
  aboutId: string;
};

/** The customer wants a confirmed order cancelled; the shipment decides. */
export type OrderCancellationRequested = {
  orderId: string;
  customerId: string;
  /** What the order costs in all. */
  totalAmount: Money;
  requestedAt: string;
  reason: string;
};

/** The order is off. Inventory, payment and shipping undo their part, each once. */
export type OrderCancelled = {
  orderId: string;
  customerId: string;
  /** What the order costs in all. */
  totalAmount: Money;
  reason: string;
  cancelledAt: string;
};

/** Stock is set aside and the charge is through: the order holds. */
export type OrderConfirmed = {
  orderId: string;
  customerId: string;
  /** What the order costs in all. */
  totalAmount: Money;
  paymentId: string;
  lines: readonly OrderLine[];
  confirmedAt: string;
};

/** A customer placed an order; it is pending. */
export type OrderCreated = {
  orderId: string;
  customerId: string;
  items: readonly OrderLine[];
  /** What the order costs in all. */
  totalAmount: Money;
  paymentMethod: PaymentMethod;
  placedAt: string;
  /** An order still pending then cancels itself. */
  deadline: string;
};

/** The provider charged the customer. */
export type PaymentCompleted = {
  paymentId: string;
  orderId: string;
  customerId: string;
  attempt: number;
  /** The provider's name of the transaction. */
  transactionId: string;
  amount: Money;
};

/** The provider did not charge the customer. */
export type PaymentFailed = {
  paymentId: string;
  orderId: string;
  customerId: string;
  attempt: number;
  reason: string;
  /** Whether a later attempt may go through. */
  retryable: boolean;
  amount: Money;
};

/** An attempt to charge is stored and about to be sent to the provider. */
export type PaymentInitiated = {
  paymentId: string;
  orderId: string;
  customerId: string;
  attempt: number;
  amount: Money;
  /** The kind of payment, such as card; never the token. */
  method: string;
};

/** The customer has the money of an attempt back. */
export type PaymentRefunded = {
  paymentId: string;
  orderId: string;
  customerId: string;
  attempt: number;
  amount: Money;
};

/** Payment's note to itself: charges are owed back at the provider. */
export type PaymentReversalRequested = {
  paymentId: string;
  orderId: string;
  /** `closed`: the order is off; `stray-attempt`: another attempt had settled it. */
  reason: 'closed' | 'stray-attempt';
};

/** What a user may do changed; the data is the whole state after the change. */
export type PermissionsChanged = {
  userId: string;
  roles: readonly Role[];
  permissions: readonly Permission[];
  localIds: readonly string[];
};

/** A shop published a product. Inventory opens its stock, order keeps a copy of its price. */
export type ProductCreated = {
  productId: string;
  /** The shop that sells it. */
  localId: string;
  name: string;
  /** The shop's own category. */
  category: string;
  /** Price of one unit. */
  price: Money;
  /** Units on the shelf at the start. */
  initialStock: number;
  /** Units; stock that falls below it is announced as low. */
  lowStockThreshold: number;
};

/** No parcel of this order will leave. */
export type ShipmentCancelled = {
  orderId: string;
  shipmentId: string;
  reason: string;
};

/** What was set aside for an order is back on the shelf. */
export type StockReleased = {
  orderId: string;
  /** What came back. */
  releases: readonly ProductQuantity[];
};

/** An order could not be served whole, so nothing of it was set aside. */
export type StockReservationFailed = {
  orderId: string;
  reason: string;
  /** The products that fell short. */
  failedItems: readonly {
    productId: string;
    /** Units asked for. */
    requestedQuantity: number;
    /** Units there were. */
    availableQuantity: number;
  }[];
};

/** All lines of an order are set aside. */
export type StockReserved = {
  orderId: string;
  /** What was set aside. */
  reservations: readonly ProductQuantity[];
};

/** The units of a product that can be ordered changed. */
export type StockUpdated = {
  productId: string;
  /** Available units before. */
  previousQuantity: number;
  /** Available units after. */
  currentQuantity: number;
  /** What changed them. */
  reason: 'initial' | 'adjusted' | 'reserved' | 'released';
  /** What the shop said of an adjustment. */
  note?: string;
};

/** A user was shut out of the organization: no token of theirs is good any more. */
export type UserDeactivated = {
  userId: string;
  deactivatedAt: string;
};

/** A user joined an organization, or founded it. */
export type UserRegistered = {
  userId: string;
  /** Sensitive: names a person. */
  email: string;
  /** Sensitive: names a person. */
  name: string;
  roles: readonly Role[];
  registeredAt: string;
};

/** The data of each event, by the event's wire name (its `detail-type`). */
export interface EventDataByType {
  'auth.local.created': LocalCreated;
  'auth.permissions.changed': PermissionsChanged;
  'auth.user.deactivated': UserDeactivated;
  'auth.user.registered': UserRegistered;
  'product.created': ProductCreated;
  'inventory.low_stock': LowStockWarning;
  'inventory.released': StockReleased;
  'inventory.reservation.failed': StockReservationFailed;
  'inventory.reserved': StockReserved;
  'inventory.updated': StockUpdated;
  'order.cancellation.requested': OrderCancellationRequested;
  'order.cancelled': OrderCancelled;
  'order.confirmed': OrderConfirmed;
  'order.created': OrderCreated;
  'payment.completed': PaymentCompleted;
  'payment.failed': PaymentFailed;
  'payment.initiated': PaymentInitiated;
  'payment.refunded': PaymentRefunded;
  'payment.reversal.requested': PaymentReversalRequested;
  'shipping.cancelled': ShipmentCancelled;
  'notification.sent': NotificationSent;
}

/** The wire name of an event. */
export type EventType = keyof EventDataByType;

/** The type name of each event (its `eventType`), by its wire name. */
export interface EventTypeNames {
  'auth.local.created': 'LocalCreated';
  'auth.permissions.changed': 'PermissionsChanged';
  'auth.user.deactivated': 'UserDeactivated';
  'auth.user.registered': 'UserRegistered';
  'product.created': 'ProductCreated';
  'inventory.low_stock': 'LowStockWarning';
  'inventory.released': 'StockReleased';
  'inventory.reservation.failed': 'StockReservationFailed';
  'inventory.reserved': 'StockReserved';
  'inventory.updated': 'StockUpdated';
  'order.cancellation.requested': 'OrderCancellationRequested';
  'order.cancelled': 'OrderCancelled';
  'order.confirmed': 'OrderConfirmed';
  'order.created': 'OrderCreated';
  'payment.completed': 'PaymentCompleted';
  'payment.failed': 'PaymentFailed';
  'payment.initiated': 'PaymentInitiated';
  'payment.refunded': 'PaymentRefunded';
  'payment.reversal.requested': 'PaymentReversalRequested';
  'shipping.cancelled': 'ShipmentCancelled';
  'notification.sent': 'NotificationSent';
}

export type TypeNameOf<Type extends EventType> = EventTypeNames[Type];

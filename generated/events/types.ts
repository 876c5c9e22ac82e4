// Generated from the contracts by `npm run generate`. Do not edit.
import type { Money, OrderLine, PaymentMethod, Permission, ProductQuantity, Role } from '../shared.ts';

/** What is sent as `detail` on the bus: the envelope around an event's own data. The wire name is the entry's `detail-type`. */
export type DomainEvent = {
  /** Identifies the event. Two versions of one event share it. */
  eventId: string;
  /** The name of the type, such as OrderCreated. */
  eventType: string;
  /** The order, product, payment, user or shop that it happened to. */
  aggregateId: string;
  /** Version of the schema of `eventData`. */
  eventVersion: number;
  occurredOn: string;
  /** The event's own data. Its type has a schema for it. */
  eventData: Record<string, unknown>;
  /** Where the event comes from. */
  metadata: {
    correlationId: string;
    causationId: string;
    /** The tenant. */
    organizationId: string;
    /** The user who asked for it, if a user did. */
    userId?: string;
    traceparent: string;
    /** The aggregate's version after the change, counted from 1. Events can arrive in any order; the one with the higher version is newer. */
    aggregateVersion: number;
  };
};

/** A shop was opened in the organization. */
export type LocalCreated = {
  localId: string;
  name: string;
};

/** Available stock fell below its threshold, or to zero. Published once per crossing. */
export type LowStockWarning = {
  productId: string;
  /** The shop that sells the product. Older events lack it. */
  localId?: string;
  /** So that a consumer can name the product without a request. */
  productName?: string;
  /** Available units. */
  currentStock: number;
  /** Units. */
  threshold: number;
  /** `critical` if nothing is left. */
  urgencyLevel: 'medium' | 'critical';
};

/** A message was sent, or could not be sent. */
export type NotificationSent = {
  notificationId: string;
  /** Sensitive: names a person. */
  recipient: string;
  /** How it was sent. */
  type: 'email';
  status: 'sent' | 'failed';
  /** The subject line. */
  subject: string;
  /** The order, product or user that it is about. */
  aboutId: string;
};

/** The customer asked to cancel a confirmed order. The shipment decides. */
export type OrderCancellationRequested = {
  orderId: string;
  customerId: string;
  /** The total of the order. */
  totalAmount: Money;
  requestedAt: string;
  reason: string;
};

/** The order is cancelled. Inventory, payment and shipping each undo their part once. */
export type OrderCancelled = {
  orderId: string;
  customerId: string;
  /** The total of the order. */
  totalAmount: Money;
  reason: string;
  cancelledAt: string;
};

/** Stock is reserved and the charge has succeeded: the order is confirmed. */
export type OrderConfirmed = {
  orderId: string;
  customerId: string;
  /** The total of the order. */
  totalAmount: Money;
  paymentId: string;
  lines: readonly OrderLine[];
  confirmedAt: string;
};

/** A customer placed an order. It is pending. */
export type OrderCreated = {
  orderId: string;
  customerId: string;
  items: readonly OrderLine[];
  /** The total of the order. */
  totalAmount: Money;
  paymentMethod: PaymentMethod;
  placedAt: string;
  /** An order that is still pending then cancels itself. */
  deadline: string;
};

/** The provider charged the customer. */
export type PaymentCompleted = {
  paymentId: string;
  orderId: string;
  customerId: string;
  attempt: number;
  /** The provider's id of the transaction. */
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
  /** Whether a later attempt may succeed. */
  retryable: boolean;
  amount: Money;
};

/** An attempt to charge is stored and is about to be sent to the provider. */
export type PaymentInitiated = {
  paymentId: string;
  orderId: string;
  customerId: string;
  attempt: number;
  amount: Money;
  /** The kind of payment, such as card. Never the token. */
  method: string;
};

/** The charge of an attempt was refunded to the customer. */
export type PaymentRefunded = {
  paymentId: string;
  orderId: string;
  customerId: string;
  attempt: number;
  amount: Money;
};

/** Payment's message to itself: charges have to be reversed at the provider. */
export type PaymentReversalRequested = {
  paymentId: string;
  orderId: string;
  /** `closed`: the order is cancelled. `stray-attempt`: another attempt has settled the payment. `second-charge`: the provider charged an attempt twice. */
  reason: 'closed' | 'stray-attempt' | 'second-charge';
};

/** What a user may do has changed. The data is the whole state after the change. */
export type PermissionsChanged = {
  userId: string;
  roles: readonly Role[];
  permissions: readonly Permission[];
  localIds: readonly string[];
};

/** A shop published a product. Inventory opens its stock; order keeps a copy of its price. */
export type ProductCreated = {
  productId: string;
  /** The shop that sells it. */
  localId: string;
  name: string;
  /** A category of the shop's own choice. */
  category: string;
  /** Price of one unit. */
  price: Money;
  /** Units in stock at the start. */
  initialStock: number;
  /** Units. Stock that falls below it is announced as low. */
  lowStockThreshold: number;
};

/** No parcel of this order will be sent. */
export type ShipmentCancelled = {
  orderId: string;
  shipmentId: string;
  reason: string;
};

/** Stock reserved for an order is available again. */
export type StockReleased = {
  orderId: string;
  /** The released quantities. */
  releases: readonly ProductQuantity[];
};

/** The stock does not cover the whole order, so nothing was reserved for it. */
export type StockReservationFailed = {
  orderId: string;
  reason: string;
  /** The products with too little stock. */
  failedItems: readonly {
    productId: string;
    /** Units asked for. */
    requestedQuantity: number;
    /** Units available. */
    availableQuantity: number;
  }[];
};

/** Stock is reserved for all lines of an order. */
export type StockReserved = {
  orderId: string;
  /** The reserved quantities. */
  reservations: readonly ProductQuantity[];
};

/** The number of units of a product that can be ordered has changed. */
export type StockUpdated = {
  productId: string;
  /** Available units before. */
  previousQuantity: number;
  /** Available units after. */
  currentQuantity: number;
  /** The cause of the change. */
  reason: 'initial' | 'adjusted' | 'reserved' | 'released';
  /** The shop's reason for an adjustment. */
  note?: string;
};

/** A user was deactivated. None of their tokens is valid any more. */
export type UserDeactivated = {
  userId: string;
  deactivatedAt: string;
};

/** A user joined an organization or founded it. */
export type UserRegistered = {
  userId: string;
  /** Sensitive: names a person. */
  email: string;
  /** Sensitive: names a person. */
  name: string;
  roles: readonly Role[];
  /** What follows from the roles. Older events lack it. */
  permissions?: readonly Permission[];
  registeredAt: string;
};

/** The data of each event, by the event's name. */
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

/** The name of an event: its wire name (its `detail-type`), and `.v<N>` from version 2 on. */
export type EventType = keyof EventDataByType;

/** The type name of each event (its `eventType`), by its name. */
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

// Generated from the contracts by `npm run generate`. Do not edit.
import type { Address, BookedAddress, Channel, ContactPreferences, Language, LinkPurpose, LocalStatus, Money, OrderLine, ParcelStatus, PaymentMethod, Permission, ProductQuantity, Role, ShipmentStatus, ShippingMethod } from '../shared.ts';

/** A customer has a new address. It carries the whole address book after the change. */
export type CustomerAddressAdded = {
  customerId: string;
  addressId: string;
  /** Sensitive: names a person. */
  address: Address;
  /** Sensitive: names a person. */
  addressBook: readonly BookedAddress[];
  addedAt: string;
};

/** A person was erased: copies of personal data are deleted, and the data key is gone. */
export type CustomerErased = {
  customerId: string;
  erasedAt: string;
};

/** A customer exists: a buyer who registered, or a person whom staff registered without a login. */
export type CustomerRegistered = {
  /** The id of the user, unless staff registered the customer. */
  customerId: string;
  /** Sensitive: names a person. */
  email: string;
  /** Sensitive: names a person. */
  name: string;
  /** Sensitive: names a person. */
  phone?: string;
  preferences: ContactPreferences;
  registeredAt: string;
};

/** A customer changed: name, address for messages, preferences or the address book. It carries the whole state after the change. */
export type CustomerUpdated = {
  customerId: string;
  /** The names of the fields that changed. */
  changes: readonly ('email' | 'name' | 'phone' | 'preferences' | 'addressBook')[];
  /** Sensitive: names a person. */
  email: string;
  /** Sensitive: names a person. */
  name: string;
  /** Sensitive: names a person. */
  phone?: string;
  preferences: ContactPreferences;
  /** Sensitive: names a person. */
  addressBook: readonly BookedAddress[];
  updatedAt: string;
};

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

/** Somebody asked for a link to be sent to an e-mail address. It is published whether the address is known or not, so that the request takes the same time; auth itself finds out who it is. */
export type LinkRequested = {
  requestId: string;
  purpose: LinkPurpose;
  /** The key under which the address is found, a hash. It is not the address. */
  mailbox: string;
  /** The user who wants to have this address. Without it, the user who has it is meant. */
  userId?: string;
};

/** A shop was opened in the organization. */
export type LocalCreated = {
  localId: string;
  name: string;
};

/** A shop was renamed, closed or opened again. It carries the whole state. */
export type LocalUpdated = {
  localId: string;
  name: string;
  status: LocalStatus;
  updatedAt: string;
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

/** Available stock fell below its threshold, or to zero. Published once per crossing. Version 2 always names shop and product. */
export type LowStockWarningV2 = {
  productId: string;
  /** The shop that sells the product. */
  localId: string;
  /** So that a consumer can name the product without a request. */
  productName: string;
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
  /** Sensitive: names a person. The e-mail address, the telephone number or the id of the device. */
  recipient: string;
  /** How it was sent. */
  type: Channel;
  status: 'sent' | 'failed';
  /** The subject line. */
  subject: string;
  /** The order, product or user that it is about. */
  aboutId: string;
  /** The customer or user it was sent to. */
  recipientId: string;
};

/** The customer asked to cancel a confirmed order. The shipment decides. */
export type OrderCancellationRequested = {
  orderId: string;
  customerId: string;
  /** The total of the order. */
  totalAmount: Money;
  requestedAt: string;
  reason: string;
  /** How often the shipment was asked, this time included. From 2 on it repeats its answer, which may be lost. Without it: once. */
  asked?: number;
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
  /** Older events lack it: then an order without `shipTo` is collected. */
  method?: ShippingMethod;
  /** Sensitive: names a person. Where it is delivered. An order that is collected at the shops has none. */
  shipTo?: Address;
  /** Sensitive: names a person. */
  note?: string;
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
  /** Older events lack it: then an order without `shipTo` is collected. */
  method?: ShippingMethod;
  /** Sensitive: names a person. Where it is delivered. An order that is collected at the shops has none. */
  shipTo?: Address;
  /** Sensitive: names a person. */
  note?: string;
};

/** The last parcel of the order has arrived, or the last one was handed over at its shop. */
export type OrderDelivered = {
  orderId: string;
  customerId: string;
  /** The total of the order. */
  totalAmount: Money;
  method: ShippingMethod;
  deliveredAt: string;
};

/** The first parcel of the order has left: nothing of it is cancelled any more, and all its lines count as shipped. */
export type OrderShipped = {
  orderId: string;
  customerId: string;
  /** The total of the order. */
  totalAmount: Money;
  method: ShippingMethod;
  /** That of the parcel that left first. An order that is collected has none. */
  trackingNumber?: string;
  carrier?: string;
  shippedAt: string;
};

/** An admin issued an API key for a partner. It never carries the key itself. */
export type PartnerKeyIssued = {
  keyId: string;
  /** What the admin calls the partner. */
  name: string;
  issuedAt: string;
};

/** An admin revoked an API key of a partner: it no longer counts. */
export type PartnerKeyRevoked = {
  keyId: string;
  revokedAt: string;
};

/** A user forgot the password. Notification sends the link to the address that is stored. */
export type PasswordResetRequested = {
  userId: string;
  /** Sensitive: names a person. */
  email: string;
  /** Sensitive: names a person. */
  name: string;
  language?: Language;
  /** Sensitive: names a person. Proves that its bearer reads the mailbox. It works once, until `expiresAt`. */
  secret: string;
  expiresAt: string;
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
  category: string;
  /** Price of one unit. */
  price: Money;
  /** Units in stock at the start. */
  initialStock: number;
  /** Units. Stock that falls below it is announced as low. */
  lowStockThreshold: number;
  description?: string;
  unit?: string;
  origin?: string;
  photos?: readonly string[];
  /** Older events lack it. */
  createdAt?: string;
};

/** A shop sells a product no more. Orders that were placed before are not affected. */
export type ProductDeleted = {
  productId: string;
  /** The shop that sold it. */
  localId: string;
  deletedAt: string;
};

/** A shop changed a product. It carries what changed and the whole state after the change. */
export type ProductUpdated = {
  productId: string;
  /** The names of the fields that changed. */
  changes: readonly ('name' | 'category' | 'price' | 'lowStockThreshold' | 'description' | 'unit' | 'origin' | 'photos')[];
  /** The shop that sells it. */
  localId: string;
  name: string;
  category: string;
  /** Price of one unit. */
  price: Money;
  /** Units. Stock that falls below it is announced as low. */
  lowStockThreshold: number;
  description?: string;
  unit?: string;
  origin?: string;
  photos?: readonly string[];
  createdAt: string;
  updatedAt: string;
};

/** A customer has a new address. It carries the whole address book after the change. */
export type ReceivedCustomerAddressAdded = {
  customerId: string;
  addressId: string;
  /** Sensitive: names a person. */
  address?: Address;
  /** Sensitive: names a person. */
  addressBook?: readonly BookedAddress[];
  addedAt: string;
};

/** A customer exists: a buyer who registered, or a person whom staff registered without a login. */
export type ReceivedCustomerRegistered = {
  /** The id of the user, unless staff registered the customer. */
  customerId: string;
  /** Sensitive: names a person. */
  email?: string;
  /** Sensitive: names a person. */
  name?: string;
  /** Sensitive: names a person. */
  phone?: string;
  preferences: ContactPreferences;
  registeredAt: string;
};

/** A customer changed: name, address for messages, preferences or the address book. It carries the whole state after the change. */
export type ReceivedCustomerUpdated = {
  customerId: string;
  /** The names of the fields that changed. */
  changes: readonly ('email' | 'name' | 'phone' | 'preferences' | 'addressBook')[];
  /** Sensitive: names a person. */
  email?: string;
  /** Sensitive: names a person. */
  name?: string;
  /** Sensitive: names a person. */
  phone?: string;
  preferences: ContactPreferences;
  /** Sensitive: names a person. */
  addressBook?: readonly BookedAddress[];
  updatedAt: string;
};

/** A message was sent, or could not be sent. */
export type ReceivedNotificationSent = {
  notificationId: string;
  /** Sensitive: names a person. The e-mail address, the telephone number or the id of the device. */
  recipient?: string;
  /** How it was sent. */
  type: Channel;
  status: 'sent' | 'failed';
  /** The subject line. */
  subject: string;
  /** The order, product or user that it is about. */
  aboutId: string;
  /** The customer or user it was sent to. */
  recipientId: string;
};

/** Stock is reserved and the charge has succeeded: the order is confirmed. */
export type ReceivedOrderConfirmed = {
  orderId: string;
  customerId: string;
  /** The total of the order. */
  totalAmount: Money;
  paymentId: string;
  lines: readonly OrderLine[];
  confirmedAt: string;
  /** Older events lack it: then an order without `shipTo` is collected. */
  method?: ShippingMethod;
  /** Sensitive: names a person. Where it is delivered. An order that is collected at the shops has none. */
  shipTo?: Address;
  /** Sensitive: names a person. */
  note?: string;
};

/** A customer placed an order. It is pending. */
export type ReceivedOrderCreated = {
  orderId: string;
  customerId: string;
  items: readonly OrderLine[];
  /** The total of the order. */
  totalAmount: Money;
  paymentMethod: PaymentMethod;
  placedAt: string;
  /** An order that is still pending then cancels itself. */
  deadline: string;
  /** Older events lack it: then an order without `shipTo` is collected. */
  method?: ShippingMethod;
  /** Sensitive: names a person. Where it is delivered. An order that is collected at the shops has none. */
  shipTo?: Address;
  /** Sensitive: names a person. */
  note?: string;
};

/** A user forgot the password. Notification sends the link to the address that is stored. */
export type ReceivedPasswordResetRequested = {
  userId: string;
  /** Sensitive: names a person. */
  email?: string;
  /** Sensitive: names a person. */
  name?: string;
  language?: Language;
  /** Sensitive: names a person. Proves that its bearer reads the mailbox. It works once, until `expiresAt`. */
  secret?: string;
  expiresAt: string;
};

/** A user changed their profile. It carries the whole profile after the change. */
export type ReceivedUserProfileUpdated = {
  userId: string;
  /** The names of the fields that changed. */
  changes: readonly ('name' | 'email' | 'language')[];
  /** Sensitive: names a person. */
  email?: string;
  /** Sensitive: names a person. */
  name?: string;
  language?: Language;
  updatedAt: string;
};

/** A user joined an organization or founded it. */
export type ReceivedUserRegistered = {
  userId: string;
  /** Sensitive: names a person. */
  email?: string;
  /** Sensitive: names a person. */
  name?: string;
  roles: readonly Role[];
  /** What follows from the roles. Older events lack it. */
  permissions?: readonly Permission[];
  registeredAt: string;
  /** The language the user chose. Older events lack it. */
  language?: Language;
};

/** A user proved that the e-mail address is theirs. */
export type ReceivedUserVerified = {
  userId: string;
  /** Sensitive: names a person. */
  email?: string;
  verifiedAt: string;
};

/** A user has to prove that the e-mail address is theirs. Notification sends the link. */
export type ReceivedVerificationRequested = {
  userId: string;
  /** Sensitive: names a person. */
  email?: string;
  /** Sensitive: names a person. */
  name?: string;
  language?: Language;
  /** Sensitive: names a person. Proves that its bearer reads the mailbox. It works once, until `expiresAt`. */
  secret?: string;
  expiresAt: string;
};

/** A reservation is older than its order may take. It asks the order, which decides; nothing is released by it. */
export type ReservationExpired = {
  orderId: string;
  reservedAt: string;
  expiredAt: string;
};

/** No parcel of this order will be sent. */
export type ShipmentCancelled = {
  orderId: string;
  shipmentId: string;
  reason: string;
};

/** A confirmed order has a shipment, with one parcel for each shop. */
export type ShipmentCreated = {
  shipmentId: string;
  orderId: string;
  customerId: string;
  method: ShippingMethod;
  /** That of the first parcel. An order that is collected has none. */
  trackingNumber?: string;
  carrier?: string;
  estimatedDelivery?: string;
  parcels: readonly {
    parcelId: string;
    localId: string;
    status: ParcelStatus;
    trackingNumber?: string;
    carrier?: string;
  }[];
};

/** The last parcel of the shipment has arrived or was handed over. */
export type ShipmentDelivered = {
  shipmentId: string;
  orderId: string;
  customerId: string;
  method: ShippingMethod;
  deliveredAt: string;
};

/** The carrier lost a parcel. */
export type ShipmentLost = {
  shipmentId: string;
  orderId: string;
  customerId: string;
  parcelId: string;
  /** The shop it comes from. */
  localId: string;
  trackingNumber?: string;
  carrier?: string;
  location?: string;
  occurredAt: string;
};

/** A parcel went back to its shop. */
export type ShipmentReturned = {
  shipmentId: string;
  orderId: string;
  customerId: string;
  parcelId: string;
  /** The shop it comes from. */
  localId: string;
  trackingNumber?: string;
  carrier?: string;
  location?: string;
  occurredAt: string;
};

/** A parcel moved. It carries the whole state of the shipment after the change. */
export type ShipmentStatusUpdated = {
  shipmentId: string;
  orderId: string;
  customerId: string;
  method: ShippingMethod;
  /** The parcel that moved. */
  parcelId: string;
  /** The shop it comes from. */
  localId: string;
  status: ParcelStatus;
  location?: string;
  trackingNumber?: string;
  carrier?: string;
  shipmentStatus: ShipmentStatus;
  parcels: readonly {
    parcelId: string;
    localId: string;
    status: ParcelStatus;
    trackingNumber?: string;
    carrier?: string;
  }[];
  /** When the carrier saw it. */
  occurredAt: string;
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

/** A user changed their profile. It carries the whole profile after the change. */
export type UserProfileUpdated = {
  userId: string;
  /** The names of the fields that changed. */
  changes: readonly ('name' | 'email' | 'language')[];
  /** Sensitive: names a person. */
  email: string;
  /** Sensitive: names a person. */
  name: string;
  language?: Language;
  updatedAt: string;
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
  /** The language the user chose. Older events lack it. */
  language?: Language;
};

/** A user proved that the e-mail address is theirs. */
export type UserVerified = {
  userId: string;
  /** Sensitive: names a person. */
  email: string;
  verifiedAt: string;
};

/** A user has to prove that the e-mail address is theirs. Notification sends the link. */
export type VerificationRequested = {
  userId: string;
  /** Sensitive: names a person. */
  email: string;
  /** Sensitive: names a person. */
  name: string;
  language?: Language;
  /** Sensitive: names a person. Proves that its bearer reads the mailbox. It works once, until `expiresAt`. */
  secret: string;
  expiresAt: string;
};

/** The data of each event as its domain publishes it, by the event's name. */
export interface EventDataByType {
  'auth.link.requested': LinkRequested;
  'auth.local.created': LocalCreated;
  'auth.local.updated': LocalUpdated;
  'auth.partner.key.issued': PartnerKeyIssued;
  'auth.partner.key.revoked': PartnerKeyRevoked;
  'auth.password.reset.requested': PasswordResetRequested;
  'auth.permissions.changed': PermissionsChanged;
  'auth.user.deactivated': UserDeactivated;
  'auth.user.profile.updated': UserProfileUpdated;
  'auth.user.registered': UserRegistered;
  'auth.user.verified': UserVerified;
  'auth.verification.requested': VerificationRequested;
  'product.created': ProductCreated;
  'product.deleted': ProductDeleted;
  'product.updated': ProductUpdated;
  'inventory.low_stock': LowStockWarning;
  'inventory.low_stock.v2': LowStockWarningV2;
  'inventory.released': StockReleased;
  'inventory.reservation.expired': ReservationExpired;
  'inventory.reservation.failed': StockReservationFailed;
  'inventory.reserved': StockReserved;
  'inventory.updated': StockUpdated;
  'order.cancellation.requested': OrderCancellationRequested;
  'order.cancelled': OrderCancelled;
  'order.confirmed': OrderConfirmed;
  'order.created': OrderCreated;
  'order.delivered': OrderDelivered;
  'order.shipped': OrderShipped;
  'payment.completed': PaymentCompleted;
  'payment.failed': PaymentFailed;
  'payment.initiated': PaymentInitiated;
  'payment.refunded': PaymentRefunded;
  'payment.reversal.requested': PaymentReversalRequested;
  'customer.address.added': CustomerAddressAdded;
  'customer.erased': CustomerErased;
  'customer.registered': CustomerRegistered;
  'customer.updated': CustomerUpdated;
  'shipping.cancelled': ShipmentCancelled;
  'shipping.created': ShipmentCreated;
  'shipping.delivered': ShipmentDelivered;
  'shipping.lost': ShipmentLost;
  'shipping.returned': ShipmentReturned;
  'shipping.status.updated': ShipmentStatusUpdated;
  'notification.sent': NotificationSent;
}

/**
 * The data of each event as a consumer gets it, by the event's name. Sensitive fields are absent where the consumer may not open
 * them, and once the person was erased.
 */
export interface ReceivedDataByType {
  'auth.link.requested': LinkRequested;
  'auth.local.created': LocalCreated;
  'auth.local.updated': LocalUpdated;
  'auth.partner.key.issued': PartnerKeyIssued;
  'auth.partner.key.revoked': PartnerKeyRevoked;
  'auth.password.reset.requested': ReceivedPasswordResetRequested;
  'auth.permissions.changed': PermissionsChanged;
  'auth.user.deactivated': UserDeactivated;
  'auth.user.profile.updated': ReceivedUserProfileUpdated;
  'auth.user.registered': ReceivedUserRegistered;
  'auth.user.verified': ReceivedUserVerified;
  'auth.verification.requested': ReceivedVerificationRequested;
  'product.created': ProductCreated;
  'product.deleted': ProductDeleted;
  'product.updated': ProductUpdated;
  'inventory.low_stock': LowStockWarning;
  'inventory.low_stock.v2': LowStockWarningV2;
  'inventory.released': StockReleased;
  'inventory.reservation.expired': ReservationExpired;
  'inventory.reservation.failed': StockReservationFailed;
  'inventory.reserved': StockReserved;
  'inventory.updated': StockUpdated;
  'order.cancellation.requested': OrderCancellationRequested;
  'order.cancelled': OrderCancelled;
  'order.confirmed': ReceivedOrderConfirmed;
  'order.created': ReceivedOrderCreated;
  'order.delivered': OrderDelivered;
  'order.shipped': OrderShipped;
  'payment.completed': PaymentCompleted;
  'payment.failed': PaymentFailed;
  'payment.initiated': PaymentInitiated;
  'payment.refunded': PaymentRefunded;
  'payment.reversal.requested': PaymentReversalRequested;
  'customer.address.added': ReceivedCustomerAddressAdded;
  'customer.erased': CustomerErased;
  'customer.registered': ReceivedCustomerRegistered;
  'customer.updated': ReceivedCustomerUpdated;
  'shipping.cancelled': ShipmentCancelled;
  'shipping.created': ShipmentCreated;
  'shipping.delivered': ShipmentDelivered;
  'shipping.lost': ShipmentLost;
  'shipping.returned': ShipmentReturned;
  'shipping.status.updated': ShipmentStatusUpdated;
  'notification.sent': ReceivedNotificationSent;
}

/** The name of an event: its wire name (its `detail-type`), and `.v<N>` from version 2 on. */
export type EventType = keyof EventDataByType;

/** The type name of each event (its `eventType`), by its name. */
export interface EventTypeNames {
  'auth.link.requested': 'LinkRequested';
  'auth.local.created': 'LocalCreated';
  'auth.local.updated': 'LocalUpdated';
  'auth.partner.key.issued': 'PartnerKeyIssued';
  'auth.partner.key.revoked': 'PartnerKeyRevoked';
  'auth.password.reset.requested': 'PasswordResetRequested';
  'auth.permissions.changed': 'PermissionsChanged';
  'auth.user.deactivated': 'UserDeactivated';
  'auth.user.profile.updated': 'UserProfileUpdated';
  'auth.user.registered': 'UserRegistered';
  'auth.user.verified': 'UserVerified';
  'auth.verification.requested': 'VerificationRequested';
  'product.created': 'ProductCreated';
  'product.deleted': 'ProductDeleted';
  'product.updated': 'ProductUpdated';
  'inventory.low_stock': 'LowStockWarning';
  'inventory.low_stock.v2': 'LowStockWarning';
  'inventory.released': 'StockReleased';
  'inventory.reservation.expired': 'ReservationExpired';
  'inventory.reservation.failed': 'StockReservationFailed';
  'inventory.reserved': 'StockReserved';
  'inventory.updated': 'StockUpdated';
  'order.cancellation.requested': 'OrderCancellationRequested';
  'order.cancelled': 'OrderCancelled';
  'order.confirmed': 'OrderConfirmed';
  'order.created': 'OrderCreated';
  'order.delivered': 'OrderDelivered';
  'order.shipped': 'OrderShipped';
  'payment.completed': 'PaymentCompleted';
  'payment.failed': 'PaymentFailed';
  'payment.initiated': 'PaymentInitiated';
  'payment.refunded': 'PaymentRefunded';
  'payment.reversal.requested': 'PaymentReversalRequested';
  'customer.address.added': 'CustomerAddressAdded';
  'customer.erased': 'CustomerErased';
  'customer.registered': 'CustomerRegistered';
  'customer.updated': 'CustomerUpdated';
  'shipping.cancelled': 'ShipmentCancelled';
  'shipping.created': 'ShipmentCreated';
  'shipping.delivered': 'ShipmentDelivered';
  'shipping.lost': 'ShipmentLost';
  'shipping.returned': 'ShipmentReturned';
  'shipping.status.updated': 'ShipmentStatusUpdated';
  'notification.sent': 'NotificationSent';
}

export type TypeNameOf<Type extends EventType> = EventTypeNames[Type];

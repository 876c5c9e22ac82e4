// Generated from the contracts by `npm run generate`. Do not edit.
import type { EventType, TypeNameOf } from './types.ts';

type Entry<Type extends EventType> = { detailType: string; domain: string; typeName: TypeNameOf<Type>; version: number };

/** The wire name of an event, who publishes it, the name of its type and the version of its schema. */
export const eventCatalogue = {
  'auth.local.created': { detailType: 'auth.local.created', domain: 'auth', typeName: 'LocalCreated', version: 1 },
  'auth.permissions.changed': { detailType: 'auth.permissions.changed', domain: 'auth', typeName: 'PermissionsChanged', version: 1 },
  'auth.user.deactivated': { detailType: 'auth.user.deactivated', domain: 'auth', typeName: 'UserDeactivated', version: 1 },
  'auth.user.registered': { detailType: 'auth.user.registered', domain: 'auth', typeName: 'UserRegistered', version: 1 },
  'product.created': { detailType: 'product.created', domain: 'product', typeName: 'ProductCreated', version: 1 },
  'inventory.low_stock': { detailType: 'inventory.low_stock', domain: 'inventory', typeName: 'LowStockWarning', version: 1 },
  'inventory.released': { detailType: 'inventory.released', domain: 'inventory', typeName: 'StockReleased', version: 1 },
  'inventory.reservation.failed': { detailType: 'inventory.reservation.failed', domain: 'inventory', typeName: 'StockReservationFailed', version: 1 },
  'inventory.reserved': { detailType: 'inventory.reserved', domain: 'inventory', typeName: 'StockReserved', version: 1 },
  'inventory.updated': { detailType: 'inventory.updated', domain: 'inventory', typeName: 'StockUpdated', version: 1 },
  'order.cancellation.requested': { detailType: 'order.cancellation.requested', domain: 'order', typeName: 'OrderCancellationRequested', version: 1 },
  'order.cancelled': { detailType: 'order.cancelled', domain: 'order', typeName: 'OrderCancelled', version: 1 },
  'order.confirmed': { detailType: 'order.confirmed', domain: 'order', typeName: 'OrderConfirmed', version: 1 },
  'order.created': { detailType: 'order.created', domain: 'order', typeName: 'OrderCreated', version: 1 },
  'payment.completed': { detailType: 'payment.completed', domain: 'payment', typeName: 'PaymentCompleted', version: 1 },
  'payment.failed': { detailType: 'payment.failed', domain: 'payment', typeName: 'PaymentFailed', version: 1 },
  'payment.initiated': { detailType: 'payment.initiated', domain: 'payment', typeName: 'PaymentInitiated', version: 1 },
  'payment.refunded': { detailType: 'payment.refunded', domain: 'payment', typeName: 'PaymentRefunded', version: 1 },
  'payment.reversal.requested': { detailType: 'payment.reversal.requested', domain: 'payment', typeName: 'PaymentReversalRequested', version: 1 },
  'shipping.cancelled': { detailType: 'shipping.cancelled', domain: 'shipping', typeName: 'ShipmentCancelled', version: 1 },
  'notification.sent': { detailType: 'notification.sent', domain: 'notification', typeName: 'NotificationSent', version: 1 },
} as const satisfies { [Type in EventType]: Entry<Type> };

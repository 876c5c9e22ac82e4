import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onInventoryLowStock } from './consumers/inventory-low-stock.ts';
import { onInventoryLowStockV2 } from './consumers/inventory-low-stock-v2.ts';
import { onOrderCancelled } from './consumers/order-cancelled.ts';
import { onOrderConfirmed } from './consumers/order-confirmed.ts';
import { onOrderCreated } from './consumers/order-created.ts';
import { onPaymentCompleted } from './consumers/payment-completed.ts';
import { onPaymentFailed } from './consumers/payment-failed.ts';
import { onPaymentRefunded } from './consumers/payment-refunded.ts';
import { onPermissionsChanged } from './consumers/users/auth-permissions-changed.ts';
import { onUserDeactivated } from './consumers/users/auth-user-deactivated.ts';
import { onUserRegistered } from './consumers/users/auth-user-registered.ts';
import { notification } from './domain.ts';

export const handler = eventConsumer(notification, 'notification', {
  'auth.user.registered': onUserRegistered,
  'auth.permissions.changed': onPermissionsChanged,
  'auth.user.deactivated': onUserDeactivated,
  'order.created': onOrderCreated,
  'order.confirmed': onOrderConfirmed,
  'order.cancelled': onOrderCancelled,
  'payment.completed': onPaymentCompleted,
  'payment.failed': onPaymentFailed,
  'payment.refunded': onPaymentRefunded,
  'inventory.low_stock': onInventoryLowStock,
  'inventory.low_stock.v2': onInventoryLowStockV2,
});

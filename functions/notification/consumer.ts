import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onPermissionsChanged } from './consumers/auth-permissions-changed.ts';
import { onUserRegistered } from './consumers/auth-user-registered.ts';
import { onInventoryLowStock } from './consumers/inventory-low-stock.ts';
import { onOrderCancelled } from './consumers/order-cancelled.ts';
import { onOrderConfirmed } from './consumers/order-confirmed.ts';
import { onOrderCreated } from './consumers/order-created.ts';
import { onPaymentCompleted } from './consumers/payment-completed.ts';
import { onPaymentFailed } from './consumers/payment-failed.ts';
import { onPaymentRefunded } from './consumers/payment-refunded.ts';
import { notification } from './domain.ts';

export const handler = eventConsumer(notification, 'notification', {
  'auth.user.registered': onUserRegistered,
  'auth.permissions.changed': onPermissionsChanged,
  'order.created': onOrderCreated,
  'order.confirmed': onOrderConfirmed,
  'order.cancelled': onOrderCancelled,
  'payment.completed': onPaymentCompleted,
  'payment.failed': onPaymentFailed,
  'payment.refunded': onPaymentRefunded,
  'inventory.low_stock': onInventoryLowStock,
});

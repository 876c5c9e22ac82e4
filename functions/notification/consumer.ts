import { readAhead } from '../shared/aws/read-ahead.ts';
import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onCustomerErased } from './consumers/customers/customer-erased.ts';
import { onCustomerRegistered } from './consumers/customers/customer-registered.ts';
import { onCustomerUpdated } from './consumers/customers/customer-updated.ts';
import { onInventoryLowStock } from './consumers/inventory-low-stock.ts';
import { onInventoryLowStockV2 } from './consumers/inventory-low-stock-v2.ts';
import { onOrderCancelled } from './consumers/orders/order-cancelled.ts';
import { onOrderConfirmed } from './consumers/orders/order-confirmed.ts';
import { onOrderCreated } from './consumers/orders/order-created.ts';
import { onOrderDelivered } from './consumers/orders/order-delivered.ts';
import { onOrderShipped } from './consumers/orders/order-shipped.ts';
import { onPaymentCompleted } from './consumers/payments/payment-completed.ts';
import { onPaymentFailed } from './consumers/payments/payment-failed.ts';
import { onPaymentRefunded } from './consumers/payments/payment-refunded.ts';
import { onShippingLost } from './consumers/shipping/shipping-lost.ts';
import { onShippingReturned } from './consumers/shipping/shipping-returned.ts';
import { onShippingStatusUpdated } from './consumers/shipping/shipping-status-updated.ts';
import { onPasswordResetRequested } from './consumers/users/auth-password-reset-requested.ts';
import { onPermissionsChanged } from './consumers/users/auth-permissions-changed.ts';
import { onUserDeactivated } from './consumers/users/auth-user-deactivated.ts';
import { onUserProfileUpdated } from './consumers/users/auth-user-profile-updated.ts';
import { onUserRegistered } from './consumers/users/auth-user-registered.ts';
import { onUserVerified } from './consumers/users/auth-user-verified.ts';
import { onVerificationRequested } from './consumers/users/auth-verification-requested.ts';
import { notification } from './domain.ts';
import { readPushKeys } from './store/channels/push-keys.ts';

await readAhead({ 'push keys': readPushKeys });

export const handler = eventConsumer(notification, 'notification', {
  'auth.user.registered': onUserRegistered,
  'auth.user.profile.updated': onUserProfileUpdated,
  'auth.user.verified': onUserVerified,
  'auth.permissions.changed': onPermissionsChanged,
  'auth.user.deactivated': onUserDeactivated,
  'auth.verification.requested': onVerificationRequested,
  'auth.password.reset.requested': onPasswordResetRequested,
  'customer.registered': onCustomerRegistered,
  'customer.updated': onCustomerUpdated,
  'customer.erased': onCustomerErased,
  'order.created': onOrderCreated,
  'order.confirmed': onOrderConfirmed,
  'order.shipped': onOrderShipped,
  'order.delivered': onOrderDelivered,
  'order.cancelled': onOrderCancelled,
  'shipping.status.updated': onShippingStatusUpdated,
  'shipping.returned': onShippingReturned,
  'shipping.lost': onShippingLost,
  'payment.completed': onPaymentCompleted,
  'payment.failed': onPaymentFailed,
  'payment.refunded': onPaymentRefunded,
  'inventory.low_stock': onInventoryLowStock,
  'inventory.low_stock.v2': onInventoryLowStockV2,
});

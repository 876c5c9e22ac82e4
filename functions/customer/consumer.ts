import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onOrderCancelled } from './consumers/orders/order-cancelled.ts';
import { onOrderCreated } from './consumers/orders/order-created.ts';
import { onOrderDelivered } from './consumers/orders/order-delivered.ts';
import { onShipmentStatusUpdated } from './consumers/orders/shipping-status-updated.ts';
import { onPermissionsChanged } from './consumers/users/auth-permissions-changed.ts';
import { onUserDeactivated } from './consumers/users/auth-user-deactivated.ts';
import { onProfileUpdated } from './consumers/users/auth-user-profile-updated.ts';
import { onUserRegistered } from './consumers/users/auth-user-registered.ts';
import { onUserVerified } from './consumers/users/auth-user-verified.ts';
import { customer } from './domain.ts';

export const handler = eventConsumer(customer, 'customer', {
  'auth.user.registered': onUserRegistered,
  'auth.user.profile.updated': onProfileUpdated,
  'auth.user.verified': onUserVerified,
  'auth.user.deactivated': onUserDeactivated,
  'auth.permissions.changed': onPermissionsChanged,
  'order.created': onOrderCreated,
  'order.cancelled': onOrderCancelled,
  'order.delivered': onOrderDelivered,
  'shipping.status.updated': onShipmentStatusUpdated,
});

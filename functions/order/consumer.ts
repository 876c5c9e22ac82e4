import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onCustomerAddressAdded } from './consumers/customers/customer-address-added.ts';
import { onCustomerErased } from './consumers/customers/customer-erased.ts';
import { onCustomerRegistered } from './consumers/customers/customer-registered.ts';
import { onCustomerUpdated } from './consumers/customers/customer-updated.ts';
import { onStockReleased } from './consumers/inventory/inventory-released.ts';
import { onReservationExpired } from './consumers/inventory/inventory-reservation-expired.ts';
import { onReservationFailed } from './consumers/inventory/inventory-reservation-failed.ts';
import { onStockReserved } from './consumers/inventory/inventory-reserved.ts';
import { onPaymentCompleted } from './consumers/payment-completed.ts';
import { onPaymentFailed } from './consumers/payment-failed.ts';
import { onPaymentInitiated } from './consumers/payment-initiated.ts';
import { onPaymentRefunded } from './consumers/payment-refunded.ts';
import { onProductCreated } from './consumers/products/product-created.ts';
import { onProductDeleted } from './consumers/products/product-deleted.ts';
import { onProductUpdated } from './consumers/products/product-updated.ts';
import { onShipmentCancelled } from './consumers/shipping/shipping-cancelled.ts';
import { onShipmentCreated } from './consumers/shipping/shipping-created.ts';
import { onShipmentDelivered } from './consumers/shipping/shipping-delivered.ts';
import { onShipmentLost } from './consumers/shipping/shipping-lost.ts';
import { onShipmentReturned } from './consumers/shipping/shipping-returned.ts';
import { onShipmentStatusUpdated } from './consumers/shipping/shipping-status-updated.ts';
import { onShopUpdated } from './consumers/shops/auth-local-updated.ts';
import { order } from './domain.ts';

export const handler = eventConsumer(order, 'order', {
  'auth.local.updated': onShopUpdated,
  'customer.registered': onCustomerRegistered,
  'customer.updated': onCustomerUpdated,
  'customer.address.added': onCustomerAddressAdded,
  'customer.erased': onCustomerErased,
  'product.created': onProductCreated,
  'product.updated': onProductUpdated,
  'product.deleted': onProductDeleted,
  'inventory.reserved': onStockReserved,
  'inventory.reservation.failed': onReservationFailed,
  'inventory.released': onStockReleased,
  'inventory.reservation.expired': onReservationExpired,
  'payment.initiated': onPaymentInitiated,
  'payment.completed': onPaymentCompleted,
  'payment.failed': onPaymentFailed,
  'payment.refunded': onPaymentRefunded,
  'shipping.created': onShipmentCreated,
  'shipping.status.updated': onShipmentStatusUpdated,
  'shipping.delivered': onShipmentDelivered,
  'shipping.returned': onShipmentReturned,
  'shipping.lost': onShipmentLost,
  'shipping.cancelled': onShipmentCancelled,
});

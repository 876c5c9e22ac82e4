import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onStockReleased } from './consumers/inventory-released.ts';
import { onReservationFailed } from './consumers/inventory-reservation-failed.ts';
import { onStockReserved } from './consumers/inventory-reserved.ts';
import { onPaymentCompleted } from './consumers/payment-completed.ts';
import { onPaymentFailed } from './consumers/payment-failed.ts';
import { onPaymentInitiated } from './consumers/payment-initiated.ts';
import { onPaymentRefunded } from './consumers/payment-refunded.ts';
import { onProductCreated } from './consumers/product-created.ts';
import { onShipmentCancelled } from './consumers/shipping-cancelled.ts';
import { order } from './domain.ts';

export const handler = eventConsumer(order, 'order', {
  'product.created': onProductCreated,
  'inventory.reserved': onStockReserved,
  'inventory.reservation.failed': onReservationFailed,
  'inventory.released': onStockReleased,
  'payment.initiated': onPaymentInitiated,
  'payment.completed': onPaymentCompleted,
  'payment.failed': onPaymentFailed,
  'payment.refunded': onPaymentRefunded,
  'shipping.cancelled': onShipmentCancelled,
});

import { readAhead } from '../shared/aws/read-ahead.ts';
import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onCustomerErased } from './consumers/customer-erased.ts';
import { onOrderCancellationRequested } from './consumers/order-cancellation-requested.ts';
import { onOrderCancelled } from './consumers/order-cancelled.ts';
import { onOrderConfirmed } from './consumers/order-confirmed.ts';
import { onShipmentStatusUpdated } from './consumers/shipping-status-updated.ts';
import { shipping } from './domain.ts';
import { carrierSecret } from './store/carrier-secret.ts';

await readAhead({ 'carrier secret': carrierSecret });

export const handler = eventConsumer(shipping, 'shipping', {
  'order.confirmed': onOrderConfirmed,
  'order.cancellation.requested': onOrderCancellationRequested,
  'order.cancelled': onOrderCancelled,
  'shipping.status.updated': onShipmentStatusUpdated,
  'customer.erased': onCustomerErased,
});

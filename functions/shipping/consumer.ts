import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onOrderCancellationRequested } from './consumers/order-cancellation-requested.ts';
import { onOrderCancelled } from './consumers/order-cancelled.ts';
import { shipping } from './domain.ts';

export const handler = eventConsumer(shipping, 'shipping', {
  'order.cancellation.requested': onOrderCancellationRequested,
  'order.cancelled': onOrderCancelled,
});

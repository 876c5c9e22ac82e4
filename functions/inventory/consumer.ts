import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onOrderCancelled } from './consumers/order-cancelled.ts';
import { onProductCreated } from './consumers/product-created.ts';

export const handler = eventConsumer('inventory', {
  'product.created': onProductCreated,
  'order.cancelled': onOrderCancelled,
});

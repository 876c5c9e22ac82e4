import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onOrderCancelled } from './consumers/order-cancelled.ts';
import { onProductCreated } from './consumers/product-created.ts';
import { inventory } from './domain.ts';

export const handler = eventConsumer(inventory, 'inventory', {
  'product.created': onProductCreated,
  'order.cancelled': onOrderCancelled,
});

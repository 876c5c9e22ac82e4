import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onOrderCancelled } from './consumers/order-cancelled.ts';
import { onOrderConfirmed } from './consumers/order-confirmed.ts';
import { onOrderShipped } from './consumers/order-shipped.ts';
import { onProductCreated } from './consumers/product-created.ts';
import { onProductDeleted } from './consumers/product-deleted.ts';
import { onProductUpdated } from './consumers/product-updated.ts';
import { inventory } from './domain.ts';

export const handler = eventConsumer(inventory, 'inventory', {
  'product.created': onProductCreated,
  'product.updated': onProductUpdated,
  'product.deleted': onProductDeleted,
  'order.confirmed': onOrderConfirmed,
  'order.cancelled': onOrderCancelled,
  'order.shipped': onOrderShipped,
});

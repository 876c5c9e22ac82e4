import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onLocalCreated } from './consumers/auth-local-created.ts';
import { onLocalUpdated } from './consumers/auth-local-updated.ts';
import { onStockUpdated } from './consumers/inventory-updated.ts';
import { onProductCreated } from './consumers/product-created.ts';
import { onProductDeleted } from './consumers/product-deleted.ts';
import { onProductUpdated } from './consumers/product-updated.ts';
import { product } from './domain.ts';

export const handler = eventConsumer(product, 'product', {
  'product.created': onProductCreated,
  'product.updated': onProductUpdated,
  'product.deleted': onProductDeleted,
  'inventory.updated': onStockUpdated,
  'auth.local.created': onLocalCreated,
  'auth.local.updated': onLocalUpdated,
});

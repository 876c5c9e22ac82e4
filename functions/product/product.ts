import type { EventDataByType } from '../../generated/events/types.ts';
import type { NewEvent } from '../shared/events.ts';

type Money = EventDataByType['product.created']['price'];

/** What a shop offers. How many there are is inventory's: the catalogue only says with how many it began. */
export type Product = {
  productId: string;
  localId: string;
  name: string;
  category: string;
  price: Money;
  initialStock: number;
  lowStockThreshold: number;
  createdAt: string;
  version: number;
};

export type ProductDraft = Omit<Product, 'productId' | 'createdAt' | 'version'>;

/** The first version of a product and the news of it. `at` is ISO 8601 UTC. */
export function createProduct(
  draft: ProductDraft,
  productId: string,
  at: string,
): { product: Product; event: NewEvent<'product.created'> } {
  const { localId, name, category, price, initialStock, lowStockThreshold } = draft;
  const offer = { productId, localId, name, category, price, initialStock, lowStockThreshold };
  return {
    product: { ...offer, createdAt: at, version: 1 },
    event: { type: 'product.created', aggregateId: productId, aggregateVersion: 1, occurredOn: at, data: offer },
  };
}

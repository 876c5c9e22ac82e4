import type { Money } from '../../../generated/shared.ts';
import type { NewEvent } from '../../shared/domain-event.ts';

/** What a shop offers. How many there are is inventory's to say. */
export type Product = {
  productId: string;
  localId: string;
  name: string;
  category: string;
  price: Money;
  lowStockThreshold: number;
  createdAt: string;
  version: number;
};

/** `initialStock`, in pieces, is only passed on: inventory opens its stock with it. */
export type ProductDraft = Omit<Product, 'productId' | 'createdAt' | 'version'> & { initialStock: number };

/** The first version of a product and the news of it. `at` is ISO 8601 UTC. */
export function createProduct(
  draft: ProductDraft,
  productId: string,
  at: string,
): { product: Product; event: NewEvent<'product.created'> } {
  const { localId, name, category, price, initialStock, lowStockThreshold } = draft;
  const offer = { productId, localId, name, category, price, lowStockThreshold };
  return {
    product: { ...offer, createdAt: at, version: 1 },
    event: {
      type: 'product.created',
      aggregateId: productId,
      aggregateVersion: 1,
      occurredOn: at,
      data: { ...offer, initialStock },
    },
  };
}

import type { ProductDraft, Product as ShownProduct } from '../../../generated/rest/types.ts';
import type { Money } from '../../../generated/shared.ts';
import type { NewEvent } from '../../shared/domain-event.ts';

/** What a shop offers. Inventory keeps the stock. */
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

/** What the API shows of a product. */
export function shownProduct(product: Product): ShownProduct {
  const { productId, localId, name, category, price, lowStockThreshold, createdAt } = product;
  return { productId, localId, name, category, price, lowStockThreshold, createdAt };
}

/** The first version of a product, and its event, from which inventory opens the stock. `at` is ISO 8601 UTC. */
export function newProduct(
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

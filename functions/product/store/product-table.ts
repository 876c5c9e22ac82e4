import { money, number, record, text } from '../../shared/store/codec.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import type { Product } from '../model/product.ts';

/** Products under their tenant. */
export const products = versionedItems<Product>({
  key: (organizationId, productId) => ({ pk: `ORG#${organizationId}#PRODUCT#${productId}`, sk: 'PRODUCT' }),
  idOf: ({ productId }) => productId,
  codec: record<Product>({
    productId: text,
    localId: text,
    name: text,
    category: text,
    price: money,
    lowStockThreshold: number,
    createdAt: text,
    version: number,
  }),
});

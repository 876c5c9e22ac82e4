import { list, money, number, optional, record, text } from '../../shared/store/codec.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import type { Product } from '../model/product.ts';

/** Products under their tenant, also those that are sold no more. */
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
    description: optional(text),
    unit: optional(text),
    origin: optional(text),
    photos: optional(list(text)),
    createdAt: text,
    updatedAt: optional(text),
    deletedAt: optional(text),
    version: number,
  }),
});

/** A product that is sold. Undefined when the organization has none of this id, or sells it no more. */
export async function findSold(organizationId: string, productId: string): Promise<Product | undefined> {
  const product = await products.find(organizationId, productId);
  return product?.deletedAt === undefined ? product : undefined;
}

import type { Write } from '../../shared/store/commit.ts';
import { type Item, type Key, readItem } from '../../shared/store/dynamo.ts';
import { moneyFrom } from '../../shared/fields.ts';
import type { Product } from '../model/product.ts';

const productKey = (organizationId: string, productId: string): Key => ({
  pk: `ORG#${organizationId}#PRODUCT#${productId}`,
  sk: 'PRODUCT',
});

/** Strongly consistent; undefined also for another organization's product. */
export async function findProduct(organizationId: string, productId: string): Promise<Product | undefined> {
  const item = await readItem(productKey(organizationId, productId));
  return item && productFrom(item);
}

export const putNewProduct = (organizationId: string, product: Product): Write => ({
  Put: {
    Item: { ...productKey(organizationId, product.productId), organizationId, ...product },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

const productFrom = (item: Item): Product => ({
  productId: String(item.productId),
  localId: String(item.localId),
  name: String(item.name),
  category: String(item.category),
  price: moneyFrom(item.price),
  lowStockThreshold: Number(item.lowStockThreshold),
  createdAt: String(item.createdAt),
  version: Number(item.version),
});

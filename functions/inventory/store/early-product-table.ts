import { flag, number, optional, record, text } from '../../shared/store/codec.ts';
import { type Key, readItem } from '../../shared/store/dynamo.ts';
import { type Effects, putAfter, type Write } from '../../shared/store/write.ts';
import { changeProduct, type ProductState } from '../model/stock.ts';
import { putStocks, stockKey, stocks } from './stock-table.ts';

/** What arrived about a product before its product.created did, which opens its stock. */
const earlyKey = (organizationId: string, productId: string): Key => ({
  pk: `ORG#${organizationId}#PRODUCT#${productId}`,
  sk: 'EARLY',
});

const earlyCodec = record<ProductState>({
  productId: text,
  version: number,
  isDeleted: flag,
  name: optional(text),
  lowStockThreshold: optional(number),
});

export async function findEarlyProduct(organizationId: string, productId: string): Promise<ProductState | undefined> {
  const key = earlyKey(organizationId, productId);
  const item = await readItem(key);
  return item && earlyCodec(item, key.pk);
}

/** Ends what was kept when its stock is opened with it; fails as a condition when more has arrived since. */
export function takeEarlyProduct(organizationId: string, productId: string, early: ProductState | undefined): Write {
  const Key = earlyKey(organizationId, productId);
  return early === undefined
    ? { ConditionCheck: { Key, ConditionExpression: 'attribute_not_exists(pk)' } }
    : {
        Delete: {
          Key,
          ConditionExpression: 'version = :version',
          ExpressionAttributeValues: { ':version': early.version },
        },
      };
}

/** What product.updated or product.deleted stores, in whichever order they and product.created arrive. */
export async function productEffects(organizationId: string, product: ProductState, at: string): Promise<Effects | undefined> {
  const { productId } = product;
  const stock = await stocks.find(organizationId, productId);
  if (stock !== undefined) {
    const change = changeProduct(stock, product, at);
    return change && { writes: putStocks(organizationId, [change.stock]), publish: change.events };
  }
  const early = await findEarlyProduct(organizationId, productId);
  if (early !== undefined && early.version >= product.version) return undefined;
  return {
    writes: [
      putAfter({ ...earlyKey(organizationId, productId), organizationId, ...early, ...product }, early?.version ?? 0),
      { ConditionCheck: { Key: stockKey(organizationId, productId), ConditionExpression: 'attribute_not_exists(pk)' } },
    ],
  };
}

import type { Write } from '../../shared/store/commit.ts';
import { type Item, type Key, readItem, readItems } from '../../shared/store/dynamo.ts';
import type { Stock } from '../model/stock.ts';
import { stockFeedRow } from './stock-feed-table.ts';

const stockKey = (organizationId: string, productId: string): Key => ({
  pk: `ORG#${organizationId}#PRODUCT#${productId}`,
  sk: 'STOCK',
});

/** Strongly consistent; undefined when product.created has not arrived, or when the product is another organization's. */
export async function findStock(organizationId: string, productId: string): Promise<Stock | undefined> {
  const item = await readItem(stockKey(organizationId, productId));
  return item && stockFrom(item);
}

/** The stocks of up to 100 different products by product id, strongly consistent; the unknown ones are left out. */
export async function findStocks(organizationId: string, productIds: readonly string[]): Promise<ReadonlyMap<string, Stock>> {
  const items = await readItems(productIds.map((productId) => stockKey(organizationId, productId)));
  return new Map(items.map(stockFrom).map((stock) => [stock.productId, stock]));
}

/** Stores stocks that changed, and tells the feed: these writes belong into one commit. At most 100 less what else is in it. */
export const putStocks = (organizationId: string, stocks: readonly Stock[]): Write[] =>
  stocks.length === 0 ? [] : [...stocks.map((stock) => putStock(organizationId, stock)), stockFeedRow(organizationId, stocks)];

/** Stores a first version where none is, and a later one where its predecessor still stands. */
function putStock(organizationId: string, stock: Stock): Write {
  const Item = { ...stockKey(organizationId, stock.productId), organizationId, ...stock };
  if (stock.version === 1) return { Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } };
  return { Put: { Item, ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': stock.version - 1 } } };
}

const stockFrom = (item: Item): Stock => ({
  productId: String(item.productId),
  name: String(item.name),
  initial: Number(item.initial),
  adjusted: Number(item.adjusted),
  available: Number(item.available),
  reserved: Number(item.reserved),
  shipped: Number(item.shipped),
  lowStockThreshold: Number(item.lowStockThreshold),
  version: Number(item.version),
});

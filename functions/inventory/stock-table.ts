import { setTimeout } from 'node:timers/promises';
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { Write } from '../shared/commit.ts';
import { documentClient, type Item, type Key, readItem, tableName } from '../shared/dynamo.ts';
import type { Stock } from './stock.ts';

const stockKey = (organizationId: string, productId: string): Key => ({
  pk: `ORG#${organizationId}#PRODUCT#${productId}`,
  sk: 'STOCK',
});

/** Strongly consistent; undefined when product.created has not arrived, or when the product is another organization's. */
export async function findStock(organizationId: string, productId: string): Promise<Stock | undefined> {
  const item = await readItem(stockKey(organizationId, productId));
  return item && stockFrom(item);
}

/**
 * The stocks of up to 100 different products by product id, strongly consistent; the unknown ones are left out.
 * @throws {Error} when the table does not give all of them in five tries
 */
export async function findStocks(organizationId: string, productIds: readonly string[]): Promise<ReadonlyMap<string, Stock>> {
  const stocks = new Map<string, Stock>();
  const table = tableName();
  let keys: Item[] = productIds.map((productId) => stockKey(organizationId, productId));
  for (let tries = 1; keys.length > 0; tries++) {
    const { Responses, UnprocessedKeys } = await documentClient().send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: keys, ConsistentRead: true } } }),
    );
    for (const stock of (Responses?.[table] ?? []).map(stockFrom)) stocks.set(stock.productId, stock);
    keys = UnprocessedKeys?.[table]?.Keys ?? [];
    if (keys.length === 0) break;
    if (tries === 5) throw new Error(`${keys.length} stocks could not be read: the table is throttled`);
    await setTimeout(Math.random() * 50 * 2 ** tries);
  }
  return stocks;
}

/** Stores a first version where none is, and a later one where its predecessor still stands. */
export function putStock(organizationId: string, stock: Stock): Write {
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

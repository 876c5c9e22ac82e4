import { newId } from '../../shared/ids.ts';
import type { Write } from '../../shared/store/commit.ts';
import { type Item, queryItems } from '../../shared/store/dynamo.ts';
import type { Stock } from '../model/stock.ts';
import { levelOf, type StockFeedRow, type StockLevel, stockFeedShardOf } from '../model/stock-feed.ts';

/** Whoever falls behind by more reads the stocks themselves again; the feed is no history. */
const feedLifeSeconds = 3600;
const pageItems = 1000;
/** 60 seconds of the most that one partition takes are 30 pages. */
const maxPages = 100;

const partition = (shard: number) => `STOCKFEED#${shard}`;

/** One row for all stocks of a commit, written with them: whoever follows the feed misses none and sees none that was not stored. */
export function stockFeedRow(organizationId: string, stocks: readonly Stock[]): Write {
  const now = new Date();
  const Item = {
    pk: partition(stockFeedShardOf(organizationId)),
    sk: newId(now.toISOString()),
    organizationId,
    levels: stocks.map(levelOf),
    expiresAt: Math.floor(now.getTime() / 1000) + feedLifeSeconds,
  };
  return { Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } };
}

/** The rows of a shard after this id, oldest first, strongly consistent. @throws {RangeError} when there are too many to follow */
export async function readStockFeed(shard: number, above: string): Promise<StockFeedRow[]> {
  const rows: StockFeedRow[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= maxPages; page++) {
    const { items, nextCursor } = await queryItems({ pk: partition(shard), skAbove: above, limit: pageItems, cursor });
    rows.push(...items.map(rowFrom));
    if (nextCursor === undefined) return rows;
    cursor = nextCursor;
  }
  throw new RangeError(`shard ${shard} of the stock feed has more than ${maxPages} pages after ${above}`);
}

const rowFrom = (item: Item): StockFeedRow => ({
  id: String(item.sk),
  organizationId: String(item.organizationId),
  levels: Array.isArray(item.levels) ? item.levels.map(levelFrom) : [],
});

const levelFrom = (item: Item): StockLevel => ({
  productId: String(item.productId),
  available: Number(item.available),
  reserved: Number(item.reserved),
  shipped: Number(item.shipped),
  version: Number(item.version),
});

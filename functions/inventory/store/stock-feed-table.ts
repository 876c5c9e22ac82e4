import { newId } from '../../shared/ids.ts';
import { list, number, record, text } from '../../shared/store/codec.ts';
import { type Item, queryItems } from '../../shared/store/dynamo.ts';
import { putNew, type Write } from '../../shared/store/write.ts';
import type { Stock } from '../model/stock.ts';
import { levelOf, type StockFeedRow, type StockLevel, stockFeedShardOf } from '../model/stock-feed.ts';

/** A reader that is further behind reads the stocks themselves again: the feed is not a history. */
const feedLifeSeconds = 3600;
const rowsPerPage = 1000;
/** One partition takes at most 30 pages of rows in the 60 seconds that a reader looks back. */
const maxPages = 100;

const partition = (shard: number) => `STOCKFEED#${shard}`;

/**
 * One row for all stocks of a commit. It is stored with them, so a reader misses no change and sees none that was not stored. Its
 * id is the time of the commit, not of the request: readers look back only a short time for rows that became visible late.
 */
export function putStockFeedRow(organizationId: string, stocks: readonly Stock[]): Write {
  const now = new Date();
  return putNew({
    pk: partition(stockFeedShardOf(organizationId)),
    sk: newId(now.toISOString()),
    organizationId,
    levels: stocks.map(levelOf),
    expiresAt: Math.floor(now.getTime() / 1000) + feedLifeSeconds,
  });
}

/** The rows of a shard above this id, oldest first, strongly consistent. @throws {RangeError} when there are too many to follow */
export async function readStockFeed(shard: number, above: string): Promise<StockFeedRow[]> {
  const pk = partition(shard);
  const rows: StockFeedRow[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= maxPages; page++) {
    const { items, nextCursor } = await queryItems({
      pk,
      skAbove: above,
      limit: rowsPerPage,
      ...(cursor !== undefined && { cursor }),
    });
    rows.push(...items.map((item) => rowFrom(item, pk)));
    if (nextCursor === undefined) return rows;
    cursor = nextCursor;
  }
  throw new RangeError(`shard ${shard} of the stock feed has more than ${maxPages} pages above ${above}`);
}

const levels = list(
  record<StockLevel>({ productId: text, available: number, reserved: number, shipped: number, version: number }),
);

const rowFrom = ({ sk, ...item }: Item, place: string): StockFeedRow => ({
  id: text(sk, `${place}/sk`),
  ...rowCodec(item, place),
});

const rowCodec = record<Omit<StockFeedRow, 'id'>>({ organizationId: text, levels });

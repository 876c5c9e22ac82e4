import { type StockFeedRow, stockFeedShardOf } from '../../functions/inventory/model/stock-feed.ts';
import { FeedCursor } from './feed-cursor.ts';
import type { StockBoard } from './stock-board.ts';

export type StockReaderProps = {
  board: StockBoard;
  /** The rows of a shard after this id, oldest first, strongly consistent. */
  readFeed(shard: number, above: string): Promise<StockFeedRow[]>;
  nowMs?: () => number;
};

/** While nobody watches, the feed is read that seldom, only to know that it can be. */
const idleEveryMs = 5000;

/** Reads on in the shards of those markets that somebody watches, and publishes what is new on the board. */
export function stockReader({ board, readFeed, nowMs = Date.now }: StockReaderProps): () => Promise<void> {
  const cursors = new Map<number, FeedCursor>();
  let idleReadMs = Number.NEGATIVE_INFINITY;

  async function follow(shard: number): Promise<void> {
    const cursor = cursors.get(shard) ?? new FeedCursor({ startMs: nowMs() });
    cursors.set(shard, cursor);
    const rows = await readFeed(shard, cursor.above(nowMs()));
    for (const { organizationId, levels } of cursor.fresh(rows)) board.publish(organizationId, levels);
  }

  return async () => {
    const shards = new Set([...board.organizationIds].map(stockFeedShardOf));
    // The next watcher of one of its markets takes a snapshot first, so what happens until then need not be read.
    for (const shard of cursors.keys()) if (!shards.has(shard)) cursors.delete(shard);
    await Promise.all([...shards].map(follow));
    if (shards.size > 0 || nowMs() - idleReadMs < idleEveryMs) return;
    await readFeed(0, new FeedCursor({ startMs: nowMs() }).above(nowMs()));
    idleReadMs = nowMs();
  };
}

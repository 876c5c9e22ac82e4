import { describe, expect, it } from 'vitest';
import { type StockFeedRow, stockFeedShardOf } from '../../functions/inventory/model/stock-feed.ts';
import { newId } from '../../functions/shared/ids.ts';
import { WatchStockResponse } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import { followFeed } from '../../grpc-shared/feed/follow-feed.ts';
import { Health } from '../../grpc-shared/server/health.ts';
import { StreamLife } from '../streams/stream-life.ts';
import { StockBoard } from './stock-board.ts';
import { stockReader } from './stock-reader.ts';

const market = 'market-1';
const clock = { ms: Date.parse('2026-11-22T10:00:00.000Z') };

function feed() {
  const rows: StockFeedRow[] = [];
  const reads: number[] = [];
  const board = new StockBoard();
  const rowsOf = (shard: number, above: string) =>
    rows.filter((row) => stockFeedShardOf(row.organizationId) === shard && row.id > above);
  const read = stockReader({
    board,
    nowMs: () => clock.ms,
    readFeed: async (shard, above) => {
      reads.push(shard);
      return rowsOf(shard, above);
    },
  });
  const put = (organizationId: string, available: number, version: number) =>
    rows.push({
      id: newId(new Date(clock.ms).toISOString()),
      organizationId,
      levels: [{ productId: 'ham', available, reserved: 0, shipped: 0, version }],
    });
  return { board, reads, read, rowsOf, put };
}

const availableIn = (message: Uint8Array | undefined) =>
  message && WatchStockResponse.decode(message).stocks.map(({ available }) => available);

describe('the reader of the stock feed', () => {
  it('publishes what is new in the shard of a market that is watched, and reads no other', async () => {
    const { board, reads, read, put } = feed();
    const subscription = board.subscribe(market, new Map([['ham', 0]]));
    put(market, 5, 1);
    put('another market', 9, 1);
    await read();
    expect(availableIn(subscription.take(10))).toEqual([5]);
    put(market, 4, 2);
    put(market, 3, 3);
    clock.ms += 250;
    await read();
    expect(availableIn(subscription.take(10))).toEqual([3]);
    expect(new Set(reads)).toEqual(new Set([stockFeedShardOf(market)]));
  });

  it('hardly reads when nobody watches', async () => {
    const { reads, read } = feed();
    for (let polls = 0; polls < 40; polls++) {
      await read();
      clock.ms += 250;
    }
    expect(reads).toHaveLength(2);
  });
});

describe('a feed out of reach', () => {
  it('after 30 seconds ends the streams and the serving; when it is back, nothing was missed', async () => {
    let out = false;
    const { board, health, subscription, feed, put, life } = watched(() => out);
    await feed.poll();
    expect(health.isServing).toBe(true);
    const stream = life();
    out = true;
    for (let polls = 1; polls < 120; polls++) {
      clock.ms += 250;
      await feed.poll();
    }
    put(market, 7, 1);
    expect([health.isServing, stream.signal.aborted]).toEqual([true, false]);
    clock.ms += 250;
    await feed.poll();
    expect([health.isServing, stream.signal.aborted]).toEqual([false, true]);
    expect(health.reasons).toEqual(['stock feed: out of reach for 30 seconds or more']);
    out = false;
    clock.ms += 5000;
    await feed.poll();
    expect(health.isServing).toBe(true);
    expect(availableIn(subscription.take(10))).toEqual([7]);
    board.unsubscribe(subscription);
  });

  function watched(isOut: () => boolean) {
    const { board, rowsOf, put } = feed();
    const health = new Health();
    const readFeed = async (shard: number, above: string) => {
      if (isOut()) throw new Error('connect ECONNREFUSED');
      return rowsOf(shard, above);
    };
    const nowMs = () => clock.ms;
    const subscription = board.subscribe(market, new Map([['ham', 0]]));
    const life = () => new StreamLife({ caller: new AbortController().signal, health, readmit: async () => {} });
    return {
      board,
      health,
      subscription,
      put,
      life,
      feed: followFeed({ name: 'stock feed', read: stockReader({ board, readFeed, nowMs }), health, nowMs }),
    };
  }
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { organizationId } from '../../../tests/kit/invoke.ts';
import { stockFeedShardOf } from '../model/stock-feed.ts';
import { putStockFeedRow, readStockFeed } from './stock-feed-table.ts';

const table = emptyTable('inventory');
const localId = '0193a000-0000-7000-8000-0000000000ff';
const counts = { localId, initial: 5, adjusted: 0, available: 4, reserved: 1, shipped: 0, lowStockThreshold: 0 };
const stockOf = (productId: string, version: number) => ({ productId, name: 'Ham', ...counts, version });
const shard = stockFeedShardOf(organizationId);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('readStockFeed', () => {
  it('gives the rows above an id, each with all levels of its commit', async () => {
    table.put(putStockFeedRow(organizationId, [stockOf('a', 1), stockOf('b', 1)]));
    vi.advanceTimersByTime(1);
    table.put(putStockFeedRow(organizationId, [stockOf('a', 2)]));
    const rows = await readStockFeed(shard, ' ');
    expect(rows.map(({ levels }) => levels.map(({ productId, version }) => [productId, version]))).toEqual([
      [
        ['a', 1],
        ['b', 1],
      ],
      [['a', 2]],
    ]);
    expect(rows[1]).toMatchObject({
      organizationId,
      levels: [{ productId: 'a', available: 4, reserved: 1, shipped: 0, version: 2 }],
    });
    expect(await readStockFeed(shard, String(rows[0]?.id))).toEqual([rows[1]]);
  });

  it('is empty in the shards of other organizations', async () => {
    table.put(putStockFeedRow(organizationId, [stockOf('a', 1)]));
    expect(await readStockFeed((shard + 1) % 4, ' ')).toEqual([]);
  });
});

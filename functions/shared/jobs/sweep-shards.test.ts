import { afterEach, describe, expect, it, vi } from 'vitest';
import { log } from '../log.ts';
import { type ShardSweep, sweepShards, timeBudget } from './sweep-shards.ts';

log.setLogLevel('SILENT');
afterEach(() => vi.restoreAllMocks());

const always = () => true;
/** A sweep over lists in memory, in pages of two. */
function sweepOf(shards: readonly (readonly string[])[], more: Partial<ShardSweep<string>> = {}) {
  const worked: string[] = [];
  const sweep: ShardSweep<string> = {
    shards: shards.length,
    async readPage(shard, cursor) {
      const from = Number(cursor ?? 0);
      const all = shards[shard] ?? [];
      return { items: all.slice(from, from + 2), ...(from + 2 < all.length && { nextCursor: String(from + 2) }) };
    },
    async work(item) {
      worked.push(item);
      if (item.startsWith('bad')) throw new Error(`${item} fails`);
    },
    describe: (item) => ({ item }),
    hasTime: always,
    ...more,
  };
  return { sweep, worked };
}

describe('sweepShards', () => {
  it('goes to the end of every shard', async () => {
    const { sweep, worked } = sweepOf([['a', 'b', 'c', 'd', 'e'], [], ['f']]);
    expect(await sweepShards(sweep)).toEqual({ done: 6, failed: 0, left: 0, unreadShards: 0 });
    expect(worked.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('goes past any number of items that keep failing, and logs each', async () => {
    const error = vi.spyOn(log, 'error');
    const bad = Array.from({ length: 500 }, (_, n) => `bad${n}`);
    const { sweep, worked } = sweepOf([[...bad, 'good']]);
    expect(await sweepShards(sweep)).toEqual({ done: 1, failed: 500, left: 0, unreadShards: 0 });
    expect(worked.at(-1)).toBe('good');
    expect(error).toHaveBeenCalledTimes(500);
    expect(error).toHaveBeenCalledWith('item left for the next run', { item: 'bad0', cause: 'Error: bad0 fails' });
  });

  it('counts a shard that cannot be read, and sweeps the others', async () => {
    const { sweep, worked } = sweepOf([['a'], ['b'], ['c']]);
    const readPage: typeof sweep.readPage = (shard, cursor) =>
      shard === 1 ? Promise.reject(new Error('out')) : sweep.readPage(shard, cursor);
    expect(await sweepShards({ ...sweep, readPage })).toEqual({ done: 2, failed: 0, left: 0, unreadShards: 1 });
    expect(worked.toSorted()).toEqual(['a', 'c']);
  });

  it('keeps what it did when a later page cannot be read', async () => {
    const { sweep } = sweepOf([['a', 'b', 'c']]);
    const readPage: typeof sweep.readPage = (shard, cursor) =>
      cursor === undefined ? sweep.readPage(shard, cursor) : Promise.reject(new Error('out'));
    expect(await sweepShards({ ...sweep, readPage })).toEqual({ done: 2, failed: 0, left: 0, unreadShards: 1 });
  });

  it('begins nothing after its time, reads no further page, and says how many it saw and left', async () => {
    let budget = 3;
    const { sweep, worked } = sweepOf([['a', 'b', 'c', 'd', 'e', 'f', 'g']], {
      hasTime: () => {
        budget -= 1;
        return budget >= 0;
      },
    });
    const pages = vi.fn(sweep.readPage);
    expect(await sweepShards({ ...sweep, readPage: pages })).toEqual({ done: 2, failed: 0, left: 2, unreadShards: 0 });
    expect(worked).toEqual(['a', 'b']);
    expect(pages).toHaveBeenCalledTimes(2);
  });
});

describe('timeBudget', () => {
  it('is over after its milliseconds', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const hasTime = timeBudget(100);
    vi.advanceTimersByTime(99);
    expect(hasTime()).toBe(true);
    vi.advanceTimersByTime(1);
    expect(hasTime()).toBe(false);
    vi.useRealTimers();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { log } from '../log.ts';
import { type ShardSweep, sweepShards, timeBudget } from './sweep-shards.ts';

const now = '2026-11-22T10:00:00.000Z';
type Waiting = { id: string; since: string };

const waiting = (count: number, ageSeconds = 120): Waiting[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `item-${n}`,
    since: new Date(Date.parse(now) - ageSeconds * 1000).toISOString(),
  }));

/** Sweeps lists in pages of ten. Everything can be done, unless a test says otherwise. */
const sweepOf = (shards: Waiting[][], overrides: Partial<ShardSweep<Waiting>> = {}) =>
  sweepShards<Waiting>({
    shards: shards.length,
    readPage: async (shard, cursor) => {
      const from = Number(cursor ?? 0);
      const all = shards[shard] ?? [];
      return { items: all.slice(from, from + 10), ...(from + 10 < all.length && { nextCursor: String(from + 10) }) };
    },
    work: async () => 'done',
    describe: ({ id }) => ({ id }),
    since: ({ since }) => since,
    now,
    budget: { mayBegin: () => true, mayRead: () => true },
    ...overrides,
  });

const logged = vi.spyOn(log, 'error');
beforeEach(() => void logged.mockReset().mockImplementation(() => undefined));
afterEach(() => vi.useRealTimers());

describe('sweepShards', () => {
  it('reads every page of every shard', async () => {
    const result = await sweepOf([waiting(35), waiting(3)]);
    expect(result).toEqual({ done: 38, failed: 0, left: 0, unreadShards: 0, oldestSeconds: 0 });
  });

  it('goes past items that fail, counts them and logs why', async () => {
    const work = async ({ id }: Waiting) => {
      if (id === 'item-34') return 'done' as const;
      throw new Error('out of order');
    };
    expect(await sweepOf([waiting(35)], { work })).toEqual({
      done: 1,
      failed: 34,
      left: 0,
      unreadShards: 0,
      oldestSeconds: 120,
    });
    expect(logged).toHaveBeenCalledTimes(34);
    expect(logged).toHaveBeenCalledWith(expect.any(String), { id: 'item-0', cause: 'Error: out of order' });
  });

  it('counts what `work` puts off, and knows how long the oldest has waited', async () => {
    const work = async ({ since }: Waiting) => (since < '2026-11-22T09:59:00.000Z' ? ('done' as const) : ('left' as const));
    const result = await sweepOf([[...waiting(2, 90), ...waiting(2, 20)], waiting(1, 30)], { work });
    expect(result).toMatchObject({ done: 2, left: 3, oldestSeconds: 30 });
  });

  it('begins nothing more when its time is up, and counts what is left on the remaining pages', async () => {
    let begun = 0;
    const budget = { mayBegin: () => begun++ < 5, mayRead: () => true };
    expect(await sweepOf([waiting(25)], { budget })).toMatchObject({ done: 5, left: 20, oldestSeconds: 120 });
  });

  it('stops reading when the time for counting is up as well', async () => {
    const budget = { mayBegin: () => false, mayRead: () => false };
    expect(await sweepOf([waiting(25)], { budget })).toMatchObject({ done: 0, left: 10 });
  });

  it('counts a shard that cannot be read, and sweeps the others', async () => {
    const readPage = async (shard: number) => {
      if (shard === 0) throw new Error('throttled');
      return { items: waiting(2) };
    };
    expect(await sweepOf([[], [], []], { readPage })).toMatchObject({ done: 4, unreadShards: 1 });
    expect(logged).toHaveBeenCalledWith(expect.any(String), { shard: 0, cause: 'Error: throttled' });
  });

  it('counts what was done before a later page could not be read', async () => {
    const readPage = async (_: number, cursor: string | undefined) => {
      if (cursor !== undefined) throw new Error('throttled');
      return { items: waiting(10), nextCursor: '10' };
    };
    expect(await sweepOf([[]], { readPage })).toMatchObject({ done: 10, unreadShards: 1 });
  });
});

describe('timeBudget', () => {
  it('lets items begin for so long, and pages be read for five seconds more', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const budget = timeBudget(20_000);
    vi.advanceTimersByTime(19_999);
    expect([budget.mayBegin(), budget.mayRead()]).toEqual([true, true]);
    vi.advanceTimersByTime(1);
    expect([budget.mayBegin(), budget.mayRead()]).toEqual([false, true]);
    vi.advanceTimersByTime(5_000);
    expect([budget.mayBegin(), budget.mayRead()]).toEqual([false, false]);
  });
});

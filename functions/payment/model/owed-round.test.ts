import { describe, expect, it } from 'vitest';
import { goRound, type OwedRound } from './owed-round.ts';

const now = '2026-11-22T10:00:00.000Z';
type Owed = { orderId: string; owedSince: string; notBefore: string | undefined };
const owed = (count: number, ageSeconds = 120): Owed[] =>
  Array.from({ length: count }, (_, i) => ({
    orderId: `order-${i}`,
    owedSince: new Date(Date.parse(now) - ageSeconds * 1000).toISOString(),
    notBefore: undefined,
  }));

/** A round over shards of marks, in pages of 10; everything can be reversed unless told otherwise. */
function roundOver(shards: Owed[][], { reverse, hasTime }: Partial<Pick<OwedRound<Owed>, 'reverse' | 'hasTime'>> = {}) {
  return goRound<Owed>({
    now,
    shards: shards.length,
    readPage: async (shard, cursor) => {
      const from = Number(cursor ?? 0);
      const all = shards[shard] ?? [];
      return { owed: all.slice(from, from + 10), nextCursor: from + 10 < all.length ? String(from + 10) : undefined };
    },
    reverse: reverse ?? (async () => 1),
    hasTime: hasTime ?? (() => true),
  });
}

describe('goRound', () => {
  it('comes to every page, past whatever is refused', async () => {
    const tried: string[] = [];
    const reverse = async ({ orderId }: Owed) => {
      tried.push(orderId);
      return orderId === 'order-34' ? 1 : 'refused';
    };
    const result = await roundOver([owed(35)], { reverse });
    expect(tried).toHaveLength(35);
    expect(result).toEqual({ reversed: 1, refused: 34, failed: 0, stillOwed: 34, oldestOwedSeconds: 120 });
  });

  it('leaves what its own event has still time to bring back, and counts it', async () => {
    const result = await roundOver([owed(3, 30), owed(2, 90)]);
    expect(result).toEqual({ reversed: 2, refused: 0, failed: 0, stillOwed: 3, oldestOwedSeconds: 30 });
  });

  it('lets rest what was refused, so that it takes no time from the others, and counts it', async () => {
    const refused = owed(20).map((one) => ({ ...one, notBefore: '2026-11-22T10:00:00.001Z' }));
    const rested = owed(1).map((one) => ({ ...one, notBefore: now }));
    expect(await roundOver([[...refused, ...rested]])).toMatchObject({ reversed: 1, stillOwed: 20 });
  });

  it('begins nothing more when its time is over, and counts what is left', async () => {
    let begun = 0;
    const result = await roundOver([owed(25)], { hasTime: () => begun++ < 5 });
    expect(result).toMatchObject({ reversed: 5, stillOwed: 20 });
  });

  it('asks a provider that is out no more', async () => {
    let asked = 0;
    const reverse = async () => {
      asked += 1;
      return 'provider-out' as const;
    };
    expect(await roundOver([owed(12)], { reverse })).toMatchObject({ reversed: 0, stillOwed: 12 });
    expect(asked).toBe(1);
  });

  it('goes through a shard although another one fails again and again', async () => {
    const reverse = async ({ orderId }: Owed) => (orderId === 'order-0' ? 'failed' : 1);
    expect(await roundOver([owed(1), owed(2)], { reverse })).toMatchObject({ reversed: 1, failed: 2, stillOwed: 2 });
  });
});

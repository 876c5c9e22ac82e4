import { describe, expect, it } from 'vitest';
import type { StockLevel } from '../../functions/inventory/model/stock-feed.ts';
import { FirstReads } from './first-reads.ts';

/** A store whose queries are answered when a test says so. */
function heldStore() {
  const queries: { organizationId: string; productIds: readonly string[]; answer(version: number): void; fail(): void }[] = [];
  const reads = new FirstReads({
    findLevels: (organizationId, productIds) =>
      new Promise((resolve, reject) => {
        const levelsAt = (version: number): [string, StockLevel][] =>
          productIds.map((productId) => [productId, { productId, available: 1, reserved: 0, shipped: 0, version }]);
        queries.push({
          organizationId,
          productIds,
          answer: (version) => resolve(new Map(levelsAt(version))),
          fail: () => reject(new Error('out of reach')),
        });
      }),
  });
  const query = async (index: number) => {
    await expect.poll(() => queries.length).toBeGreaterThan(index);
    return queries[index] ?? expect.unreachable();
  };
  return { reads, queries, query };
}
const versions = async (levels: Promise<ReadonlyMap<string, StockLevel>>) =>
  Object.fromEntries([...(await levels)].map(([productId, { version }]) => [productId, version]));

describe('FirstReads', () => {
  it('reads once for all that ask while another read is under way, each product once', async () => {
    const { reads, queries, query } = heldStore();
    const first = reads.levels('market', ['cheese']);
    await query(0);
    const second = reads.levels('market', ['cheese', 'oil']);
    const third = reads.levels('market', ['oil', 'wine']);
    (await query(0)).answer(1);
    expect(await versions(first)).toEqual({ cheese: 1 });
    (await query(1)).answer(2);
    expect(await versions(second)).toEqual({ cheese: 2, oil: 2, wine: 2 });
    expect(await third).toBe(await second);
    expect(queries.map(({ productIds }) => productIds)).toEqual([['cheese'], ['cheese', 'oil', 'wine']]);
  });

  it('never hands out what was read before it was asked', async () => {
    const { reads, query } = heldStore();
    const first = reads.levels('market', ['cheese']);
    const early = await query(0);
    const late = reads.levels('market', ['cheese']);
    early.answer(1);
    await first;
    (await query(1)).answer(2);
    expect(await versions(late)).toEqual({ cheese: 2 });
  });

  it('keeps organizations apart', async () => {
    const { reads, query } = heldStore();
    const levels = [reads.levels('market', ['cheese']), reads.levels('other', ['cheese'])];
    const [one, other] = [await query(0), await query(1)];
    expect([one.organizationId, other.organizationId]).toEqual(['market', 'other']);
    one.answer(1);
    other.answer(2);
    expect(await Promise.all(levels.map(versions))).toEqual([{ cheese: 1 }, { cheese: 2 }]);
  });

  it('goes on after a read that failed', async () => {
    const { reads, query } = heldStore();
    const first = reads.levels('market', ['cheese']);
    const failing = await query(0);
    const second = reads.levels('market', ['cheese']);
    failing.fail();
    await expect(first).rejects.toThrow('out of reach');
    (await query(1)).answer(3);
    expect(await versions(second)).toEqual({ cheese: 3 });
  });

  it('asks for 100 products at a time, and ten times at once', async () => {
    const { reads, queries, query } = heldStore();
    const productIds = Array.from({ length: 1201 }, (_, index) => `product-${index}`);
    const levels = reads.levels('market', productIds);
    await query(9);
    expect(queries.map(({ productIds }) => productIds.length)).toEqual(Array(10).fill(100));
    for (const { answer } of queries) answer(1);
    await query(12);
    for (const { answer } of queries) answer(1);
    expect((await levels).size).toBe(1201);
  });
});

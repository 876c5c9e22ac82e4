import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { memoryTables } from '../../../tests/kit/memory-table.ts';
import { ContendedError } from '../faults.ts';
import { BadCursorError } from './cursor.ts';
import { type ItemQuery, queryItems, readItems } from './dynamo.ts';
import { putNew, type Write } from './write.ts';

const name = 'list';
const table = emptyTable(name);
afterEach(() => vi.restoreAllMocks());
const line = (n: number, more: object = {}): Write => putNew({ pk: 'LIST', sk: `${n}`.padStart(3, '0'), n, ...more });
const numbers = (items: readonly Record<string, unknown>[]) => items.map(({ n }) => n);

async function pagesOf(query: ItemQuery): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  let cursor: string | undefined;
  do {
    const page = await queryItems({ ...query, ...(cursor !== undefined && { cursor }) });
    pages.push(numbers(page.items));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return pages;
}

describe('queryItems', () => {
  it('gives each item once, in pages of which only the last may be short and none is empty', async () => {
    const sizes = fc.record({
      count: fc.nat({ max: 25 }),
      limit: fc.integer({ min: 1, max: 10 }),
      ascending: fc.boolean(),
      isOfIndex: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(sizes, async ({ count, limit, ascending, isOfIndex }) => {
        const tables = memoryTables();
        tables.install();
        const expected = Array.from({ length: count }, (_, n) => n);
        tables.put(name, ...expected.map((n) => line(n, { gsi1pk: 'INDEX', gsi1sk: `${n % 3}` })));
        const query: ItemQuery = { pk: isOfIndex ? 'INDEX' : 'LIST', limit, ascending, ...(isOfIndex && { index: 'byOther' }) };
        const pages = await pagesOf(query);
        if (isOfIndex) expected.sort((one, other) => (one % 3) - (other % 3) || one - other);
        expect(pages.flat()).toEqual(ascending ? expected : expected.toReversed());
        expect(pages).toHaveLength(Math.max(1, Math.ceil(count / limit)));
        expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('has no cursor on a last page that is exactly full', async () => {
    table.put(line(1), line(2));
    expect(await queryItems({ pk: 'LIST', limit: 2 })).not.toHaveProperty('nextCursor');
    table.put(line(3));
    expect(await queryItems({ pk: 'LIST', limit: 2 })).toHaveProperty('nextCursor');
  });

  it('goes on after a page that DynamoDB ended by its own limit of 1 MB', async () => {
    for (let n = 1; n <= 4; n++) table.put(line(n, { text: 'x'.repeat(390 * 1024) }));
    expect(await pagesOf({ pk: 'LIST', limit: 10 })).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('reads a range of the sort key', async () => {
    table.put(...[1, 2, 3, 21].map((n) => line(n)));
    expect(await pagesOf({ pk: 'LIST', skPrefix: '02', limit: 5 })).toEqual([[21]]);
    expect(await pagesOf({ pk: 'LIST', skBelow: '003', limit: 1 })).toEqual([[1], [2]]);
    expect(await pagesOf({ pk: 'LIST', skAbove: '002', limit: 5, ascending: false })).toEqual([[21, 3]]);
  });

  it('refuses the cursor of another list, one that names no place, and none at all', async () => {
    table.put(line(1), line(2), putNew({ pk: 'OTHER', sk: '1', n: 1 }), putNew({ pk: 'OTHER', sk: '2', n: 2 }));
    const { nextCursor = '' } = await queryItems({ pk: 'OTHER', limit: 1 });
    const { nextCursor: beyond = '' } = await queryItems({ pk: 'LIST', limit: 1 });
    await expect(queryItems({ pk: 'LIST', limit: 1, cursor: nextCursor })).rejects.toThrow(BadCursorError);
    await expect(queryItems({ pk: 'LIST', limit: 1, cursor: 'x' })).rejects.toThrow(BadCursorError);
    await expect(queryItems({ pk: 'LIST', skBelow: '000', limit: 1, cursor: beyond })).rejects.toThrow(BadCursorError);
  });

  it('takes an outage for no bad cursor', async () => {
    const tables = memoryTables();
    tables.install();
    tables.failNextCall('unreachable');
    await expect(queryItems({ pk: 'LIST', limit: 1 })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('readItems', () => {
  const keys = (count: number) => Array.from({ length: count }, (_, n) => ({ pk: 'LIST', sk: `${n}`.padStart(3, '0') }));

  it('reads up to 100 items and refuses more', async () => {
    table.put(...Array.from({ length: 100 }, (_, n) => line(n)));
    expect(await readItems(keys(100))).toHaveLength(100);
    expect(await readItems([])).toEqual([]);
    await expect(readItems(keys(101))).rejects.toThrow(RangeError);
  });

  it('reads what was left unprocessed again, a few times', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const tables = memoryTables();
    tables.install();
    tables.put(name, line(0));
    for (let n = 0; n < 4; n++) tables.leaveNextBatchUnprocessed();
    expect(await readItems(keys(1))).toHaveLength(1);
    for (let n = 0; n < 5; n++) tables.leaveNextBatchUnprocessed();
    await expect(readItems(keys(1))).rejects.toThrow(ContendedError);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../functions/shared/ids.ts';
import { FeedCursor } from './feed-cursor.ts';

const startMs = Date.parse('2026-11-22T10:00:00.000Z');
const idOf = (ms: number) => newId(new Date(ms).toISOString());

/** A feed as DynamoDB has it: sorted by id, each row visible from some time on. */
function feed() {
  const rows: { id: string; visibleMs: number }[] = [];
  return {
    put: (mintedMs: number, visibleMs = mintedMs) => {
      const id = idOf(mintedMs);
      rows.push({ id, visibleMs });
      return id;
    },
    read: (above: string, nowMs: number) => rows.filter(({ id, visibleMs }) => id > above && visibleMs <= nowMs),
  };
}

describe('a feed cursor', () => {
  it('brings a row once', () => {
    const cursor = new FeedCursor({ startMs });
    const { put, read } = feed();
    const id = put(startMs + 100);
    expect(cursor.fresh(read(cursor.above(startMs + 250), startMs + 250)).map((row) => row.id)).toEqual([id]);
    expect(cursor.fresh(read(cursor.above(startMs + 500), startMs + 500))).toEqual([]);
  });

  it('is not carried past others by a writer whose clock is ahead', () => {
    const cursor = new FeedCursor({ startMs });
    const { put, read } = feed();
    put(startMs + 30_000, startMs + 100);
    cursor.fresh(read(cursor.above(startMs + 250), startMs + 250));
    const id = put(startMs + 300);
    expect(cursor.fresh(read(cursor.above(startMs + 500), startMs + 500)).map((row) => row.id)).toEqual([id]);
  });

  it('brings every row once that becomes visible within a minute, whatever the clocks', () => {
    const puts = fc.array(
      fc.record({ mintedMs: fc.integer({ min: -5000, max: 60_000 }), lateMs: fc.integer({ min: 0, max: 50_000 }) }),
      { maxLength: 50 },
    );
    fc.assert(
      fc.property(puts, (all) => {
        const cursor = new FeedCursor({ startMs });
        const { put, read } = feed();
        const ids = all.map(({ mintedMs, lateMs }) => put(startMs + mintedMs, startMs + Math.max(mintedMs, 0) + lateMs));
        const brought: string[] = [];
        for (let nowMs = startMs; nowMs <= startMs + 120_000; nowMs += 250)
          brought.push(...cursor.fresh(read(cursor.above(nowMs), nowMs)).map(({ id }) => id));
        expect(brought.toSorted()).toEqual(ids.toSorted());
      }),
      { numRuns: 50 },
    );
  });
});

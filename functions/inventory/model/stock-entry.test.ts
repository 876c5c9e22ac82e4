import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Permission } from '../../../generated/rest/permissions.ts';
import { newId } from '../../shared/ids.ts';
import type { Stock } from './stock.ts';
import {
  decideEntries,
  type EntryDraft,
  fingerprintOf,
  maxEntriesPerCommit,
  parseEntry,
  type StockEntry,
  takeTogether,
} from './stock-entry.ts';

const at = '2026-11-22T10:00:00.000Z';
const cheeseId = '0193a000-0000-7000-8000-000000000001';
const hamId = '0193a000-0000-7000-8000-000000000002';
const shop = '0193a000-0000-7000-8000-0000000000c1';
const producer = { permissions: new Set<Permission>(['inventory:adjust']), localIds: [shop] };
const cheese: Stock = {
  productId: cheeseId,
  localId: shop,
  name: 'Goat cheese',
  initial: 10,
  adjusted: 0,
  available: 8,
  reserved: 2,
  shipped: 0,
  lowStockThreshold: 0,
  version: 3,
};
const shelf = new Map([[cheeseId, cheese]]);
const found = (number: number, pieces: number, productId = cheeseId): StockEntry => ({
  number,
  productId,
  change: { kind: 'delta', pieces },
  note: 'count',
});
const draft: EntryDraft = { number: 1, productId: cheeseId, delta: 3, note: 'delivery' };

describe('parseEntry', () => {
  it('takes a difference and a count', () => {
    expect(parseEntry(draft)).toEqual({ number: 1, productId: cheeseId, change: { kind: 'delta', pieces: 3 }, note: 'delivery' });
    expect(parseEntry({ ...draft, delta: undefined, counted: 0 })).toMatchObject({ change: { kind: 'counted', pieces: 0 } });
  });

  it('takes a product id in upper case as the same id', () => {
    expect(parseEntry({ ...draft, productId: cheeseId.replace('0193a', '0193A') })).toEqual(parseEntry(draft));
  });

  it('counts the note in code points', () => {
    expect(parseEntry({ ...draft, note: '🧀'.repeat(500) })).toMatchObject({ note: '🧀'.repeat(500) });
    expect(parseEntry({ ...draft, note: '🧀'.repeat(501) })).toMatchObject({ outcome: 'rejected', reason: 'invalid' });
  });

  it.each<[string, Partial<EntryDraft>]>([
    ['no number', { number: 0 }],
    ['a product id that is no UUID', { productId: 'ham' }],
    ['no note', { note: '' }],
    ['a note too long', { note: 'x'.repeat(501) }],
    ['no change', { delta: undefined }],
    ['a difference of nothing', { delta: 0 }],
    ['a difference too large', { delta: -1_000_001 }],
    ['a count too large', { delta: undefined, counted: 1_000_000_001 }],
  ])('refuses %s', (_what, over) => {
    expect(parseEntry({ ...draft, ...over })).toMatchObject({ outcome: 'rejected', reason: 'invalid' });
  });
});

describe('decideEntries', () => {
  it('adjusts the stock and publishes it', () => {
    const { outcomes, applied, stocks, events } = decideEntries(producer, [found(1, -3)], new Map(), shelf, { at });
    expect(outcomes).toEqual([{ outcome: 'applied' }]);
    expect(applied).toHaveLength(1);
    expect(stocks).toMatchObject([{ available: 5, adjusted: -3, version: 4 }]);
    expect(events).toMatchObject([
      { type: 'inventory.updated', data: { currentQuantity: 5, reason: 'adjusted', note: 'count' } },
    ]);
  });

  it('turns a count into the difference to what is available', () => {
    const counted: StockEntry = { ...found(1, 0), change: { kind: 'counted', pieces: 20 } };
    expect(decideEntries(producer, [counted], new Map(), shelf, { at }).stocks).toMatchObject([
      { available: 20, reserved: 2, adjusted: 12 },
    ]);
  });

  it('stores a count that changed nothing', () => {
    const counted: StockEntry = { ...found(1, 0), change: { kind: 'counted', pieces: 8 } };
    expect(decideEntries(producer, [counted], new Map(), shelf, { at })).toEqual({
      outcomes: [{ outcome: 'applied' }],
      applied: [counted],
      stocks: [],
      events: [],
    });
  });

  it('does not apply a stored entry again, and refuses another under its number', () => {
    const stored = new Map([[1, fingerprintOf(found(1, 5))]]);
    expect(decideEntries(producer, [found(1, 5)], stored, shelf, { at })).toEqual({
      outcomes: [{ outcome: 'repeated' }],
      applied: [],
      stocks: [],
      events: [],
    });
    expect(decideEntries(producer, [found(1, 6)], stored, shelf, { at }).outcomes).toMatchObject([
      { outcome: 'rejected', reason: 'number-taken' },
    ]);
  });

  it('rejects what it cannot store, with a reason, and keeps the others', () => {
    const { outcomes, stocks } = decideEntries(producer, [found(1, 5, hamId), found(2, 1)], new Map(), shelf, { at });
    expect(outcomes).toMatchObject([{ outcome: 'rejected', reason: 'unknown-product' }, { outcome: 'applied' }]);
    expect(stocks).toHaveLength(1);
    const neighbour = { ...producer, localIds: [] };
    expect(decideEntries(neighbour, [found(5, -9)], new Map(), shelf, { at }).outcomes).toMatchObject([
      { outcome: 'rejected', reason: 'not-allowed' },
    ]);
    const published = found(5, 1, newId(at));
    expect(decideEntries(producer, [published], new Map(), shelf, { at }).outcomes).toMatchObject([
      { outcome: 'rejected', reason: 'not-yet-known' },
    ]);
    expect(decideEntries(producer, [found(3, -9)], new Map(), shelf, { at }).outcomes).toMatchObject([
      { outcome: 'rejected', reason: 'below-zero' },
    ]);
    const flood: StockEntry = { ...found(4, 0), change: { kind: 'counted', pieces: 1_000_000_000 } };
    expect(decideEntries(producer, [flood], new Map(), shelf, { at }).outcomes).toMatchObject([
      { outcome: 'rejected', reason: 'over-limit' },
    ]);
  });
});

describe('takeTogether', () => {
  it('keeps the order, loses no entry, and never takes a product or a number twice', () => {
    const entries = fc.array(
      fc.record({ number: fc.integer({ min: 1, max: 60 }), productId: fc.constantFrom(cheeseId, hamId, 'a', 'b', 'c') }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(entries, (drafts) => {
        const all = drafts.map(({ number, productId }) => found(number, 1, productId));
        const waiting = [...all];
        const taken: StockEntry[] = [];
        while (waiting.length > 0) {
          const together = takeTogether(waiting);
          expect(together.length).toBeGreaterThan(0);
          expect(together.length).toBeLessThanOrEqual(maxEntriesPerCommit);
          expect(new Set(together.map(({ productId }) => productId)).size).toBe(together.length);
          expect(new Set(together.map(({ number }) => number)).size).toBe(together.length);
          taken.push(...together);
        }
        expect(taken).toEqual(all);
      }),
    );
  });
});

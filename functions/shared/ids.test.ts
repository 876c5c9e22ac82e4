import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalMinutes, mayBeOnItsWay, newId } from './ids.ts';

const at = '2026-11-22T10:00:00.000Z';
const isoOf = (ms: number) => new Date(ms).toISOString();
const instants = fc.integer({ min: Date.parse('2020-01-01T00:00:00Z'), max: Date.parse('2100-01-01T00:00:00Z') });
const windowMs = arrivalMinutes * 60_000;

describe('mayBeOnItsWay', () => {
  it('is true of every id for as long as its event may take, and never afterwards', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 10 * windowMs }), (mintedMs, ageMs) => {
        expect(mayBeOnItsWay(newId(isoOf(mintedMs)), isoOf(mintedMs + ageMs))).toBe(ageMs <= windowMs);
      }),
    );
  });

  it('allows for a clock that is a little ahead, but not for an id of the future', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 10 * windowMs }), (mintedMs, aheadMs) => {
        expect(mayBeOnItsWay(newId(isoOf(mintedMs)), isoOf(mintedMs - aheadMs))).toBe(aheadMs <= 5000);
      }),
    );
  });

  it('takes an id in upper case as the same id', () => {
    expect(mayBeOnItsWay(newId(at).toUpperCase(), at)).toBe(true);
  });

  it('is false of ids of other versions, which carry no such time, and of what is no id', () => {
    fc.assert(
      fc.property(fc.uuid({ version: [1, 2, 3, 4, 5, 6, 8] }), instants, (id, atMs) => {
        expect(mayBeOnItsWay(id, isoOf(atMs))).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(mayBeOnItsWay(text, at)).toBe(false);
      }),
    );
    for (const id of [randomUUID(), '', `${newId(at)}0`, `x${newId(at).slice(1)}`, newId(at).replaceAll('-', '')])
      expect(mayBeOnItsWay(id, at), id).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rotationDue, signingKeyAt } from './key-rotation.ts';
import type { VerificationKey } from './verification-key.ts';

const hourMs = 3600_000;
const dayMs = 24 * hourMs;
const start = Date.parse('2026-01-01T03:00:00.000Z');
const iso = (ms: number) => new Date(ms).toISOString();
const key = (keyId: string, signsFromMs: number): VerificationKey => ({
  keyId,
  x: '',
  y: '',
  publishedAt: iso(signsFromMs),
  signsFrom: iso(signsFromMs),
});

describe('rotationDue', () => {
  it('does nothing before the first key signed, nor while the key is young', () => {
    const nothing = { create: undefined, retire: [] };
    expect(rotationDue([], iso(start))).toEqual(nothing);
    expect(rotationDue([key('a', start)], iso(start + 29 * dayMs))).toEqual(nothing);
  });

  it('makes a successor that is known for an hour before it signs', () => {
    const now = start + 30 * dayMs;
    expect(rotationDue([key('a', start)], iso(now)).create).toEqual({ signsFrom: iso(now + hourMs), follows: 'a' });
  });

  it('makes one successor only', () => {
    const now = start + 30 * dayMs;
    expect(rotationDue([key('a', start), key('b', now + hourMs)], iso(now + 1)).create).toBeUndefined();
  });

  it('keeps a key until its last token ran out', () => {
    const switchMs = start + 30 * dayMs;
    const keys = [key('a', start), key('b', switchMs)];
    expect(rotationDue(keys, iso(switchMs + 30 * 60_000)).retire).toEqual([]);
    expect(rotationDue(keys, iso(switchMs + dayMs)).retire).toEqual([keys[0]]);
  });

  it('never refuses a good token, however late or often the job runs, and though readers know keys up to 5 minutes late', () => {
    const pauses = fc.array(fc.integer({ min: 1, max: 5 * 24 * 60 }), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(pauses, (minutes) => {
        let keys = [key('first', start)];
        const everPublished = new Map([['first', start]]);
        const withdrawn = new Map<string, number>();
        let nowMs = start;
        for (const pause of minutes) {
          const from = nowMs;
          nowMs += pause * 60_000;
          // The list does not change between two runs of the job: check every switch in it, and both ends.
          for (const at of [from, nowMs - 1, ...keys.map(({ signsFrom }) => Date.parse(signsFrom))]) {
            if (at < from || at >= nowMs) continue;
            const signing = signingKeyAt(keys, iso(at));
            const since = everPublished.get(signing?.keyId ?? '');
            if (since === undefined) throw new Error('nothing to sign with');
            // Readers of five minutes ago know every key but the very first.
            if (signing?.keyId !== 'first') expect(at - since).toBeGreaterThanOrEqual(5 * 60_000);
          }
          const { create, retire } = rotationDue(keys, iso(nowMs));
          for (const { keyId } of retire) withdrawn.set(keyId, nowMs);
          keys = keys.filter((kept) => !retire.includes(kept));
          if (create) {
            keys.push(key(`k${nowMs}`, Date.parse(create.signsFrom)));
            everPublished.set(`k${nowMs}`, nowMs);
          }
          expect(keys.length).toBeLessThanOrEqual(3);
        }
        const turns = [...everPublished.keys()];
        for (const [keyId, at] of withdrawn) {
          // Its last token was signed when its successor began to sign, an hour after that was published; it lives for 15 minutes.
          const successor = everPublished.get(turns[turns.indexOf(keyId) + 1] ?? '') ?? Number.NaN;
          expect(at).toBeGreaterThanOrEqual(successor + hourMs + 15 * 60_000);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('signingKeyAt', () => {
  it('is the latest whose turn has come', () => {
    const keys = [key('b', start + dayMs), key('a', start)];
    expect(signingKeyAt(keys, iso(start - 1))).toBeUndefined();
    expect(signingKeyAt(keys, iso(start))?.keyId).toBe('a');
    expect(signingKeyAt(keys, iso(start + dayMs))?.keyId).toBe('b');
  });
});

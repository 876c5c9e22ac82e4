import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOffSeconds, partsOf } from './dead-letter.ts';

describe('backOffSeconds', () => {
  it('outlasts an outage of an hour within ten receives, never more than 15 minutes at a time', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(backOffSeconds);
    expect(waits.slice(0, 3)).toEqual([1, 4, 16]);
    expect(Math.max(...waits)).toBe(900);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(3600);
  });
});

describe('partsOf', () => {
  it('cuts between characters and loses none', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
        fc.integer({ min: 4, max: 50 }),
        (text, maxBytes) => {
          const parts = partsOf(text, maxBytes);
          expect(parts.join('')).toBe(text);
          for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(maxBytes);
        },
      ),
    );
  });

  it('sends something even of nothing', () => {
    expect(partsOf('', 10)).toEqual([' ']);
  });
});

import { describe, expect, it } from 'vitest';
import { fieldsOf, listOf, moneyFrom, recordsOf } from './fields.ts';

describe('a stored value', () => {
  it('is read by what it is', () => {
    expect(fieldsOf({ a: 1 })).toEqual({ a: 1 });
    expect(listOf(['a'])).toEqual(['a']);
    expect(recordsOf([{ a: 1 }, 'b'])).toEqual([{ a: 1 }, {}]);
    expect(moneyFrom({ amountMinor: 450, currency: 'EUR', more: true })).toEqual({ amountMinor: 450, currency: 'EUR' });
  });

  it.each([undefined, null, 'text', 7])('that is not there or of another kind has nothing in it: %j', (value) => {
    expect([fieldsOf(value), listOf(value), recordsOf(value)]).toEqual([{}, [], []]);
  });
});

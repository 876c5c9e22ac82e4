import { describe, expect, it } from 'vitest';
import { counted, moneyText } from './timeline.ts';

describe('moneyText', () => {
  it.each([
    [1250, 'EUR', '12.50 EUR'],
    [7, 'USD', '0.07 USD'],
    [1250, 'JPY', '1250 JPY'],
    [1250, 'KWD', '1.250 KWD'],
  ])('writes %i minor units of %s as %s', (amountMinor, currency, text) => {
    expect(moneyText({ amountMinor, currency })).toBe(text);
  });
});

describe('counted', () => {
  it('distinguishes one from many', () => {
    expect([counted(1, 'product'), counted(2, 'product')]).toEqual(['1 product', '2 products']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyDigits } from '../../../generated/currencies.ts';
import { formatMoney } from './format-money.ts';

/** The minor units in a text, and how many of its digits are behind the point. */
function readBack(text: string) {
  const amount = text.replaceAll(/[^\d.]/g, '');
  return { amountMinor: Number(amount.replace('.', '')), digits: amount.split('.')[1]?.length ?? 0 };
}

/** Symbols such as `L.E.` have points of their own. */
const withoutSymbol = (text: string, currency: string) =>
  text.replace(new Intl.NumberFormat('en', { style: 'currency', currency }).format(0).replace(/0.*$/, ''), '');

describe('formatMoney', () => {
  it.each([
    ['HUF', 129_900, 'HUF 1,299.00'],
    ['COP', 1_250_000, 'COP 12,500.00'],
    ['IDR', 1_500_000, 'IDR 15,000.00'],
    ['PKR', 45_050, 'PKR 450.50'],
    ['IQD', 1_250_500, 'IQD 1,250.500'],
    ['EUR', 450, '€4.50'],
    ['JPY', 450, '¥450'],
    ['KWD', 1_234, 'KWD 1.234'],
    ['CLF', 12_345, 'CLF 1.2345'],
    ['EUR', 0, '€0.00'],
    ['USD', Number.MAX_SAFE_INTEGER, '$90,071,992,547,409.91'],
  ])('shows %s %i as %s', (currency, amountMinor, text) => {
    expect(formatMoney({ amountMinor, currency }).replace('\u00a0', ' ')).toBe(text);
  });

  it.each([...currencyDigits])('shows %s with %i digits, which read back as the same amount', (currency, digits) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (amountMinor) => {
        const text = withoutSymbol(formatMoney({ amountMinor, currency }), currency);
        expect(readBack(text)).toEqual({ amountMinor, digits });
      }),
      { numRuns: 20 },
    );
  });

  it.each(['XXX', 'ABC', 'EURO', ''])('refuses %j, which is no currency', (currency) => {
    expect(() => formatMoney({ amountMinor: 1, currency })).toThrow(/is no currency/);
  });
});

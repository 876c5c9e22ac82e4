import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { currencyDigits } from '../../generated/currencies.ts';
import { validateCurrency } from '../../generated/validators/shared.ts';
import { readCurrencies } from './currencies.ts';

const currencies = readCurrencies(join(import.meta.dirname, '../..'));

/** The currencies for which CLDR 48 has other digits than the standard: those that are paid without minor units in practice. */
const fewerInCldr = 'AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SOS SYP YER'.split(' ');

describe('the currencies', () => {
  it('are those of the table, with their digits, in code and contract', () => {
    expect(currencies.size).toBe(165);
    expect([...currencyDigits]).toEqual([...currencies]);
    for (const code of currencies.keys()) expect(validateCurrency(code), code).toBe(true);
  });

  it('have the digits that CLDR knows, except for those known to differ', () => {
    const digitsInCldr = (currency: string) =>
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
    // CLDR knows no digits of units of account such as UYW, and assumes 2.
    const differing = [...currencies].filter(([code, digits]) => digitsInCldr(code) !== digits).map(([code]) => code);
    expect(differing).toEqual(fewerInCldr);
  });

  it.each([
    'ABC',
    'ZZZ',
    'eur',
    'EURO',
    '',
    'BGN',
    ...['XXX', 'XTS', 'XAU', 'XAG', 'XPT', 'XPD', 'XDR', 'XSU', 'XUA', 'XBA', 'XBB', 'XBC', 'XBD'],
  ])('do not include %j', (code) => {
    expect(validateCurrency(code)).toBe(false);
  });
});

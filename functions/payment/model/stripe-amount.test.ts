import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyDigits } from '../../../generated/currencies.ts';
import { moneyOfStripe, stripeAmount } from './stripe-amount.ts';

describe('stripeAmount', () => {
  it.each([
    ['EUR', 1250, 1250],
    ['JPY', 500, 500],
    ['CLP', 990, 990],
    ['ISK', 5, 500],
    ['UGX', 5, 500],
    ['HUF', 1045, 1045],
    ['TWD', 100, 100],
    ['KWD', 5120, 5120],
    ['MGA', 1200, 12],
  ])('says %s %i as %i', (currency, amountMinor, amount) => {
    expect(stripeAmount({ amountMinor, currency })).toEqual({ amount, currency: currency.toLowerCase() });
    expect(moneyOfStripe(amount, currency.toLowerCase())).toEqual({ amountMinor, currency });
  });

  it.each([
    ['MGA', 1250, 'half an ariary, which Stripe cannot say'],
    ['KWD', 5124, 'a last digit that the card networks refuse'],
    ['IQD', 1000, 'three digits, which Stripe knows of five currencies only'],
    ['CLF', 10_000, 'four digits'],
    ['XYZ', 1, 'no currency'],
    ['ISK', Number.MAX_SAFE_INTEGER, 'too large a number'],
  ])('refuses %s %i: %s', (currency, amountMinor) => {
    expect(stripeAmount({ amountMinor, currency })).toBeUndefined();
  });

  it('comes back as the same money, whatever the currency', () => {
    const currencies = fc.constantFrom(...currencyDigits.keys());
    fc.assert(
      fc.property(currencies, fc.integer({ min: 0, max: 99_999_999 }), (currency, amountMinor) => {
        const sent = stripeAmount({ amountMinor, currency });
        if (sent !== undefined) expect(moneyOfStripe(sent.amount, sent.currency)).toEqual({ amountMinor, currency });
      }),
    );
  });
});

describe('moneyOfStripe', () => {
  it('knows no money in a fraction of a minor unit, nor below zero', () => {
    expect(moneyOfStripe(550, 'isk')).toBeUndefined();
    expect(moneyOfStripe(-1, 'eur')).toBeUndefined();
    expect(moneyOfStripe(1, 'xyz')).toBeUndefined();
  });
});

import { currencyDigits } from '../../../generated/currencies.ts';
import type { Money } from '../../../generated/shared.ts';

/**
 * Stripe's minor units are not those of ISO 4217 everywhere. From https://docs.stripe.com/currencies (zero-decimal, three-decimal, and
 * special cases); every other currency has two digits there. ISK and UGX have none in ISO and two in Stripe's API, where they must be
 * whole units; MGA has two in ISO and none at Stripe. HUF and TWD differ in payouts only.
 */
const withoutDigits = new Set([
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'JPY',
  'KMF',
  'KRW',
  'MGA',
  'PYG',
  'RWF',
  'VND',
  'VUV',
  'XAF',
  'XOF',
  'XPF',
]);
/** The last of their three digits must be 0, for the sake of the card networks. */
const withThreeDigits = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

function stripeDigits(currency: string): number {
  if (withoutDigits.has(currency)) return 0;
  return withThreeDigits.has(currency) ? 3 : 2;
}

/** What Stripe takes as `amount` and `currency`. Undefined when it cannot say this amount, or knows the currency otherwise than ISO. */
export function stripeAmount({ amountMinor, currency }: Money): { amount: number; currency: string } | undefined {
  const isoDigits = currencyDigits.get(currency);
  const digits = stripeDigits(currency);
  // Stripe does not know the other currencies of three or four digits.
  if (isoDigits === undefined || (isoDigits > 2 && isoDigits !== digits)) return undefined;
  const amount = shifted(amountMinor, digits - isoDigits);
  if (!Number.isSafeInteger(amount) || (digits === 3 && amount % 10 !== 0)) return undefined;
  return { amount, currency: currency.toLowerCase() };
}

/** Money as ISO says it. Undefined when Stripe's amount is no whole number of minor units, or the currency is unknown. */
export function moneyOfStripe(amount: number, stripeCurrency: string): Money | undefined {
  const currency = stripeCurrency.toUpperCase();
  const isoDigits = currencyDigits.get(currency);
  const digits = stripeDigits(currency);
  if (isoDigits === undefined || (isoDigits > 2 && isoDigits !== digits)) return undefined;
  const amountMinor = shifted(amount, isoDigits - digits);
  return Number.isSafeInteger(amountMinor) && amountMinor >= 0 ? { amountMinor, currency } : undefined;
}

/** The number with its decimal point moved to the right, or to the left where `places` is negative. */
const shifted = (units: number, places: number) => (places >= 0 ? units * 10 ** places : units / 10 ** -places);

import { currencyDigits } from '../../../generated/currencies.ts';
import type { Language, Money } from '../../../generated/shared.ts';
import { PermanentFault } from '../faults.ts';

/**
 * An amount for people: 450 EUR is `€4.50` in English and `4,50 €` in Spanish, 129900 HUF is `HUF 1,299.00`. The digits come from ISO
 * 4217, since those of CLDR, which `Intl` uses by default, are fewer for HUF, COP, IQD and others, and would show a hundred times the
 * price.
 * @throws {PermanentFault} when the currency does not exist or the amount is no number
 */
export function formatMoney({ amountMinor, currency }: Money, language: Language = 'en'): string {
  const digits = currencyDigits.get(currency);
  if (digits === undefined) throw new PermanentFault(`${currency} is no currency of ISO 4217 with minor units`);
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // As a text: a quotient of numbers would not always be exact to the last digit.
  const amount = `${amountMinor}E-${digits}`;
  if (!isNumeric(amount)) throw new PermanentFault(`${amountMinor} is no amount`);
  return format.format(amount);
}

const isNumeric = (text: string): text is `${number}` => Number.isFinite(Number(text));

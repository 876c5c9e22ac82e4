import type { Language, Money } from '../../../generated/shared.ts';
import { formatMoney } from '../../shared/money/format-money.ts';

/** How amounts and times are written for one reader. */
export type Formats = {
  language: Language;
  money(amount: Money): string;
  /** A day, such as `22 de noviembre de 2026`. `at` is ISO 8601 UTC. */
  day(at: string): string;
  /** A time with its day and zone. */
  time(at: string): string;
};

/** Used for readers who told us no time zone: the markets are in Spain. */
export const usualTimeZone = 'Europe/Madrid';

export function formatsOf(language: Language, timeZone = usualTimeZone): Formats {
  // British English, since the American one writes the month first.
  const locale = language === 'en' ? 'en-GB' : language;
  return {
    language,
    money: (amount) => formatMoney(amount, language),
    day: (at) => new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' }).format(new Date(at)),
    time: (at) => new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long', timeStyle: 'long' }).format(new Date(at)),
  };
}

import { type PostalCodeRule, postalCodeRules } from '../../../generated/countries.ts';

export type CheckedPostalCode =
  | { outcome: 'valid'; postalCode?: string }
  | { outcome: 'missing' }
  /** `forms` are those of the country, such as `#####` for five digits. */
  | { outcome: 'malformed'; forms: readonly string[] };

/** Whether there is such a country: an officially assigned ISO 3166-1 alpha-2 code in capitals. */
export const isCountry = (country: string): boolean => postalCodeRules.has(country);

/**
 * Checks a postal code by its country, and writes it as the country does: in capitals, with its space or hyphen. Case, spaces,
 * hyphens and the country's code in front, as in `LT-04340`, need not be typed. A country that is known to have no postal codes
 * accepts any, since countries introduce them before this table knows.
 */
export function checkedPostalCode(country: string, typed: string | undefined): CheckedPostalCode {
  const { isRequired, forms }: PostalCodeRule = postalCodeRules.get(country) ?? { isRequired: false, forms: [] };
  const compact = compacted(typed ?? '');
  if (compact === '') return isRequired ? { outcome: 'missing' } : { outcome: 'valid' };
  if (forms.length === 0) return { outcome: 'valid', postalCode: inCapitals(typed ?? '') };
  const candidates = compact.startsWith(country) ? [compact, compact.slice(country.length)] : [compact];
  for (const candidate of candidates) {
    const form = forms.find((form) => patternOf(form).test(candidate));
    if (form !== undefined) return { outcome: 'valid', postalCode: written(candidate, form) };
  }
  return { outcome: 'malformed', forms };
}

const compacted = (typed: string) => typed.toUpperCase().replaceAll(separators, '');
const inCapitals = (typed: string) => typed.toUpperCase().replaceAll(/\s+/g, ' ').trim();
/** Spaces and everything that looks like a hyphen. */
const separators = /[\s\p{Dash_Punctuation}]/gu;

const wildcards: Readonly<Record<string, string>> = { '#': '[0-9]', '@': '[A-Z]', '?': '[0-9A-Z]', ' ': '', '-': '' };
/** The places of a form: a class such as `[1-4]`, or one character. */
const placesOf = (form: string) => form.match(/\[[^\]]+\]|./g) ?? [];
const patternOf = (form: string) =>
  new RegExp(
    `^${placesOf(form)
      .map((place) => wildcards[place] ?? place)
      .join('')}$`,
  );

/** The code in its country's form: its characters one after the other, with the separators of the form between them. */
function written(compact: string, form: string): string {
  const characters = compact[Symbol.iterator]();
  return placesOf(form)
    .map((place) => (place === ' ' || place === '-' ? place : (characters.next().value ?? '')))
    .join('');
}

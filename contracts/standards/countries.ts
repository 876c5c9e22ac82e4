import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../schema.ts';
import { generatedNotice } from '../types/type-file.ts';

/** Whether an address in a country needs a postal code, and in what forms it is written; without forms, in any. */
export type PostalCodeRule = { isRequired: boolean; forms: readonly string[] };

const file = 'contracts/standards/iso-3166.json';

/**
 * Reads `iso-3166.json`: every country by its ISO 3166-1 alpha-2 code, in the order of the codes.
 * @throws when a code is malformed, or a country is listed under two kinds of rule
 */
export function readCountries(root: string): ReadonlyMap<string, PostalCodeRule> {
  const table: unknown = JSON.parse(readFileSync(join(root, file), 'utf8'));
  const { withoutPostalCode = '', required, optional } = isRecord(table) ? table : {};
  const groups = [
    new Map(codesIn(withoutPostalCode).map((code): [string, PostalCodeRule] => [code, { isRequired: false, forms: [] }])),
    rulesOf(required, true),
    rulesOf(optional, false),
  ];
  const entries = groups.flatMap((group) => [...group]).sort(([one], [other]) => (one < other ? -1 : 1));
  const repeated = entries.find(([code], index) => entries[index + 1]?.[0] === code);
  if (repeated !== undefined) throw new Error(`${file} lists ${repeated[0]} under two kinds of rule`);
  return new Map(entries);
}

/** The rules of one group: which countries use which form. */
function rulesOf(group: unknown, isRequired: boolean): Map<string, PostalCodeRule> {
  const rules = new Map<string, PostalCodeRule>();
  for (const [form, codes] of Object.entries(isRecord(group) ? group : {})) {
    for (const code of codesIn(codes)) rules.set(code, { isRequired, forms: [...(rules.get(code)?.forms ?? []), form] });
  }
  return rules;
}

function codesIn(text: unknown): string[] {
  const codes = String(text).split(' ');
  const malformed = codes.find((code) => !/^[A-Z]{2}$/.test(code));
  if (malformed !== undefined) throw new Error(`${file}: ${malformed} is no country`);
  return codes;
}

/** generated/countries.ts: the postal codes of each country. */
export function countryFiles(countries: ReadonlyMap<string, PostalCodeRule>): Map<string, string> {
  const entries = [...countries].map(([code, { isRequired, forms }]) => {
    const shown = forms.map((form) => `'${form}'`).join(', ');
    return `  ['${code}', { isRequired: ${isRequired}, forms: [${shown}] }],\n`;
  });
  const text = `${generatedNotice}
/** Whether an address in a country needs a postal code, and in what forms it is written; without forms, in any. */
export type PostalCodeRule = { isRequired: boolean; forms: readonly string[] };

/** The postal codes of each country, by its ISO 3166-1 alpha-2 code. The notation is that of contracts/standards/iso-3166.json. */
export const postalCodeRules: ReadonlyMap<string, PostalCodeRule> = new Map([
${entries.join('')}]);
`;
  return new Map([['generated/countries.ts', text]]);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, type Schema } from '../schema.ts';
import { generatedNotice } from '../types/type-file.ts';

/** The digits after the decimal point of each currency that has minor units, by its ISO 4217 code, in the order of the codes. */
export type CurrencyDigits = ReadonlyMap<string, number>;

const file = 'contracts/standards/iso-4217.json';

/**
 * Reads `iso-4217.json`. Codes without minor units (precious metals, XXX, XTS, bond market units) are not in it: no amount can be
 * given in them.
 * @throws when a code is malformed or listed twice
 */
export function readCurrencies(root: string): CurrencyDigits {
  const table: unknown = JSON.parse(readFileSync(join(root, file), 'utf8'));
  const codesByDigits = isRecord(table) && isRecord(table.codesByDigits) ? table.codesByDigits : {};
  const entries = Object.entries(codesByDigits).flatMap(([digits, codes]) =>
    String(codes)
      .split(' ')
      .map((code): [string, number] => [code, Number(digits)]),
  );
  const malformed = entries.find(([code, digits]) => !/^[A-Z]{3}$/.test(code) || !Number.isInteger(digits));
  if (malformed !== undefined) throw new Error(`${file}: ${malformed.join(' with the digits ')} is no currency`);
  const sorted = entries.sort(([one], [other]) => (one < other ? -1 : 1));
  const repeated = sorted.find(([code], index) => sorted[index + 1]?.[0] === code);
  if (repeated !== undefined) throw new Error(`${file} lists ${repeated[0]} twice`);
  return new Map(sorted);
}

/** The definition of a currency in `shared.json`, limited to the codes of the table. */
export const currencySchema = ({ description, type }: Schema, currencies: CurrencyDigits): Schema => ({
  ...(description !== undefined && { description }),
  ...(type && { type }),
  enum: [...currencies.keys()],
});

/** generated/currencies.ts: the digits of each currency. */
export function currencyFiles(currencies: CurrencyDigits): Map<string, string> {
  const text = `${generatedNotice}
/** The digits after the decimal point of each currency, by its ISO 4217 code. */
export const currencyDigits: ReadonlyMap<string, number> = new Map([
${[...currencies].map(([code, digits]) => `  ['${code}', ${digits}],\n`).join('')}]);
`;
  return new Map([['generated/currencies.ts', text]]);
}

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { postalCodeRules } from '../../generated/countries.ts';
import { readCountries } from './countries.ts';

const countries = readCountries(join(import.meta.dirname, '../..'));

/** What the standard reserves or leaves to users, and CLDR knows as regions all the same. */
const notAssigned = 'AC CP CQ DG EA EU EZ IC TA UN XA XB XK ZZ QO'.split(' ');

describe('the countries', () => {
  it('are the officially assigned codes of the standard', () => {
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const regions = letters.flatMap((one) => letters.map((other) => one + other)).filter((code) => names.of(code) !== undefined);
    // CLDR also names withdrawn codes by the country that followed, such as DD by that of DE.
    const nameCounts = Map.groupBy(regions, (code) => names.of(code));
    const current = regions.filter((code) => countries.has(code) || nameCounts.get(names.of(code))?.length === 1);
    expect(countries.size).toBe(249);
    expect(current.filter((code) => !notAssigned.includes(code))).toEqual([...countries.keys()]);
  });

  it('are generated with their postal codes', () => {
    expect([...postalCodeRules]).toEqual([...countries]);
    expect(postalCodeRules.get('ES')).toEqual({ isRequired: true, forms: ['0[1-9]###', '[1-4]####', '5[0-2]###'] });
    expect(postalCodeRules.get('HK')).toEqual({ isRequired: false, forms: [] });
  });
});

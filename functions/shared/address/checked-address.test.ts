import { describe, expect, it } from 'vitest';
import { postalCodeRules } from '../../../generated/countries.ts';
import type { Address } from '../../../generated/shared.ts';
import { validateAddress } from '../../../generated/validators/shared.ts';
import { checkedAddress } from './checked-address.ts';

const jaen: Address = {
  recipient: 'Nerea Ibarra',
  street: 'Calle Maestra 12, 3º B',
  postalCode: '23001',
  city: 'Jaén',
  region: 'Jaén',
  country: 'ES',
  phone: '+34600111222',
};
/** An address in a country: with this postal code, or without one. */
function addressIn(country: string, postalCode?: string): Address {
  const { postalCode: _spanish, ...rest } = jaen;
  return { ...rest, country, ...(postalCode !== undefined && { postalCode }) };
}
const codeOf = (country: string, typed?: string) => {
  const checked = checkedAddress(addressIn(country, typed));
  return checked.outcome === 'valid' ? checked.address.postalCode : checked.errors;
};
const refusedCode = (country: string, typed?: string) => {
  const checked = checkedAddress(addressIn(country, typed), '/address');
  return checked.outcome === 'invalid' && checked.errors.map(({ path }) => path).join() === '/address/postalCode';
};

describe('checkedAddress', () => {
  it('leaves a good address as it is', () => {
    expect(checkedAddress(jaen)).toEqual({ outcome: 'valid', address: jaen });
  });

  it('normalizes space, case and telephone number', () => {
    const typed = {
      ...jaen,
      recipient: '  Nerea \n Ibarra ',
      street: 'Calle Maestra 12,\t3º B',
      postalCode: ' 23 001',
      country: 'es',
      phone: '+34 600-111.222',
    };
    expect(checkedAddress(typed)).toEqual({ outcome: 'valid', address: jaen });
  });

  it.each(['HK', 'PA', 'AE'])('needs no postal code in %s', (country) => {
    expect(checkedAddress(addressIn(country))).toEqual({ outcome: 'valid', address: addressIn(country) });
    expect(codeOf(country, '  ')).toBeUndefined();
  });

  it('keeps a code that a country may have introduced since', () => {
    expect(codeOf('GH', 'ga-184 - 1234')).toBe('GA-184 - 1234');
  });

  it('takes Ireland with and without a postal code', () => {
    expect(codeOf('IE')).toBeUndefined();
    expect(codeOf('IE', 'd02af30')).toBe('D02 AF30');
    expect(refusedCode('IE', '1234')).toBe(true);
  });

  it('requires one in Spain, of a province that exists', () => {
    for (const typed of [undefined, '', '2300', '230011', '00123', '53001', '99999', '2300A', '२३००१']) {
      expect(refusedCode('ES', typed), typed).toBe(true);
    }
    for (const code of ['01001', '10001', '23001', '49999', '50001', '52080']) expect(codeOf('ES', code)).toBe(code);
    expect(codeOf('ES', 'es-23001')).toBe('23001');
  });

  it.each([
    ['GB', 'sw1a1aa', 'SW1A 1AA'],
    ['GB', 'm1  1ae', 'M1 1AE'],
    ['NL', '1012ab', '1012 AB'],
    ['PT', '1000205', '1000-205'],
    ['PL', '00950', '00-950'],
    ['SE', '11455', '114 55'],
    ['CA', 'k1a0b1', 'K1A 0B1'],
    ['US', '94105 1234', '94105-1234'],
    ['JP', '1000001', '100-0001'],
    ['BR', '40301110', '40301-110'],
    ['LT', 'LT‑04340', '04340'],
    ['LV', 'lv1073', 'LV-1073'],
    ['AD', 'AD 500', 'AD500'],
    ['FR', '75 001', '75001'],
  ])('writes the code of %s as the country does: %s', (country, typed, written) => {
    expect(codeOf(country, typed)).toBe(written);
  });

  it('names every wrong field', () => {
    const typed = { ...jaen, country: 'XX', phone: '600111222' };
    const checked = checkedAddress(typed, '/shipTo/address');
    expect(checked.outcome === 'invalid' && checked.errors.map(({ path }) => path)).toEqual([
      '/shipTo/address/country',
      '/shipTo/address/phone',
    ]);
  });

  it.each(['+34', '+0600111222', '600111222', '0034600111222', '+34600111222333444', '+34 600 11 A', '++34600111222'])(
    'refuses the telephone number %s',
    (phone) => {
      expect(checkedAddress({ ...jaen, phone })).toMatchObject({ outcome: 'invalid', errors: [{ path: '/phone' }] });
    },
  );

  it('accepts a code of each form in each country, and writes it within the limits of an address', () => {
    for (const [country, { isRequired, forms }] of postalCodeRules) {
      expect(checkedAddress(addressIn(country)).outcome, country).toBe(isRequired ? 'invalid' : 'valid');
      for (const form of forms) {
        const code = form
          .replaceAll(/\[(.)[^\]]*\]/g, '$1')
          .replaceAll('#', '1')
          .replaceAll(/[@?]/g, 'B');
        const checked = checkedAddress(addressIn(country, code.toLowerCase().replaceAll(/[ -]/g, '')));
        expect(checked, `${country} ${form}`).toEqual({ outcome: 'valid', address: addressIn(country, code) });
        expect(checked.outcome === 'valid' && validateAddress(checked.address), `${country} ${form}`).toBe(true);
      }
    }
  });
});

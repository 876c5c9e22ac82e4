import type { Address } from '../../../generated/shared.ts';
import { oneLine } from '../input/text.ts';
import type { InputError } from '../rest/answer.ts';
import { e164 } from './phone.ts';
import { checkedPostalCode, isCountry } from './postal-code.ts';

export type CheckedAddress = { outcome: 'valid'; address: Address } | { outcome: 'invalid'; errors: InputError[] };

/**
 * Checks an address that somebody typed, and normalizes it: one space between words, country and postal code in capitals, the postal
 * code as its country writes it, the telephone number in E.164 form. The lengths of its texts are the contract's concern. `path` is
 * the JSON pointer of the address in the input; those of the errors begin with it.
 */
export function checkedAddress(typed: Address, path = ''): CheckedAddress {
  const errors: InputError[] = [];
  const { recipient, street, city, region } = typed;
  const country = typed.country.toUpperCase();
  if (!isCountry(country)) errors.push({ path: `${path}/country`, message: 'must be the ISO 3166-1 alpha-2 code of a country' });

  const checkedCode = checkedPostalCode(country, typed.postalCode);
  if (checkedCode.outcome === 'missing') {
    errors.push({ path: `${path}/postalCode`, message: `is required in ${country}` });
  }
  if (checkedCode.outcome === 'malformed') {
    const forms = checkedCode.forms.join(' or ');
    const message = `must be of the form ${forms} in ${country} (# is a digit, @ a letter, ? either)`;
    errors.push({ path: `${path}/postalCode`, message });
  }
  const postalCode = checkedCode.outcome === 'valid' ? checkedCode.postalCode : undefined;

  const phone = typed.phone === undefined ? undefined : e164(typed.phone);
  if (typed.phone !== undefined && phone === undefined) {
    errors.push({ path: `${path}/phone`, message: 'must be a telephone number in E.164 form, such as +34600111222' });
  }
  if (errors.length > 0) return { outcome: 'invalid', errors };
  const address: Address = {
    recipient: oneLine(recipient),
    street: oneLine(street),
    ...(postalCode !== undefined && { postalCode }),
    city: oneLine(city),
    ...(region !== undefined && { region: oneLine(region) }),
    country,
    ...(phone !== undefined && { phone }),
  };
  return { outcome: 'valid', address };
}

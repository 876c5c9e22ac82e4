import { isDeepStrictEqual } from 'node:util';
import { CompactEncrypt, type CryptoKey, compactDecrypt } from 'jose';
import { PermanentFault } from '../faults.ts';
import { jsonObject } from '../input/json-object.ts';

/**
 * Where a sealed value belongs. It is part of what is authenticated, so a value cannot be moved to another field, event or person.
 */
export type FieldPlace = {
  /** Names the key, and so the person: `<organizationId>.<personId>`. */
  kid: string;
  /** The event's id. */
  event: string;
  /** The event's name and the JSON pointer of the field, such as `customer.registered/email`. */
  field: string;
};

const protectedHeader = (place: FieldPlace) => ({ alg: 'dir', enc: 'A256GCM', ...place });

/** A value as JWE in compact form (RFC 7516): `dir` with A256GCM under the person's key. */
export const sealField = (value: unknown, place: FieldPlace, key: CryptoKey): Promise<string> =>
  new CompactEncrypt(Buffer.from(JSON.stringify(value))).setProtectedHeader(protectedHeader(place)).encrypt(key);

/**
 * The value of a sealed field. Only the very header that `sealField` writes for this place is accepted; nothing in it is followed.
 * @throws {PermanentFault} when the value was sealed otherwise or for another place, or was changed
 */
export async function openField(jwe: string, place: FieldPlace, key: CryptoKey): Promise<unknown> {
  checkHeader(jwe, place);
  try {
    const { plaintext } = await compactDecrypt(jwe, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return JSON.parse(Buffer.from(plaintext).toString());
  } catch {
    throw new PermanentFault(`${place.field} of event ${place.event} was changed, or sealed with another key`);
  }
}

/** @throws {PermanentFault} */
export function checkHeader(jwe: string, place: FieldPlace): void {
  const header = jsonObject(Buffer.from(jwe.slice(0, jwe.indexOf('.')), 'base64url').toString());
  if (!isDeepStrictEqual({ ...header }, protectedHeader(place))) {
    throw new PermanentFault(`${place.field} of event ${place.event} has the header of another key, event, field or algorithm`);
  }
}

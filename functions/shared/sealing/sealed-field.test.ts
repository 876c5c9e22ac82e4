import { CompactEncrypt, type CompactJWEHeaderParameters, type CryptoKey } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { PermanentFault } from '../faults.ts';
import { checkHeader, type FieldPlace, openField, sealField } from './sealed-field.ts';

const newKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
const place: FieldPlace = { kid: 'org.ana', event: 'event-1', field: 'customer.registered/email' };
const header = { alg: 'dir', enc: 'A256GCM', ...place };
const value = { street: 'Calle Maestra 12', city: 'Jaén', tags: ['ñ', '🧀'] };
let key: CryptoKey;
let sealed: string;
beforeAll(async () => {
  key = await newKey();
  sealed = await sealField(value, place, key);
});

/** A JWE of the same value whose header is as given. */
const sealedWith = (given: CompactJWEHeaderParameters, bytes: CryptoKey | Uint8Array = key) =>
  new CompactEncrypt(Buffer.from(JSON.stringify(value))).setProtectedHeader(given).encrypt(bytes);
const withHeader = (given: object) =>
  `${Buffer.from(JSON.stringify(given)).toString('base64url')}${sealed.slice(sealed.indexOf('.'))}`;

describe('a sealed field', () => {
  it('opens to the same value, and never looks the same twice', async () => {
    expect(await openField(sealed, place, key)).toEqual(value);
    expect(await sealField(value, place, key)).not.toBe(sealed);
    expect(Buffer.from(sealed, 'base64url').toString()).not.toContain('Maestra');
  });

  it('is compact JWE with dir and A256GCM, and says whose, which event and which field', () => {
    expect(sealed.split('.')).toHaveLength(5);
    expect(JSON.parse(Buffer.from(sealed.split('.')[0] ?? '', 'base64url').toString())).toEqual(header);
    expect(sealed).toMatch(/^[A-Za-z0-9_-]+\.\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{22}$/);
  });

  it.each([
    ['another person', { ...place, kid: 'org.berta' }],
    ['another organization', { ...place, kid: 'gro.ana' }],
    ['another event', { ...place, event: 'event-2' }],
    ['another field', { ...place, field: 'customer.registered/name' }],
  ])('is refused at the place of %s', async (_, other) => {
    await expect(openField(sealed, other, key)).rejects.toThrow(PermanentFault);
  });

  it.each([
    ['zip', { ...header, zip: 'DEF' }],
    ['crit', { ...header, crit: ['exp'], exp: 1 }],
    ['another alg', { ...header, alg: 'A256KW' }],
    ['no alg', { enc: 'A256GCM', ...place }],
    ['another enc', { ...header, enc: 'A128CBC-HS256' }],
    ['one parameter more', { ...header, jku: 'https://example.org/keys' }],
    ['a list for an object', Object.values(header)],
  ])('is refused with %s in its header, before anything is decrypted', (_, given) => {
    expect(() => checkHeader(withHeader(given), place)).toThrow(PermanentFault);
  });

  it('is refused when it was really sealed by another algorithm', async () => {
    const wrapped = await sealedWith({ ...header, alg: 'A256GCMKW' }, crypto.getRandomValues(new Uint8Array(32)));
    await expect(openField(wrapped, place, key)).rejects.toThrow(PermanentFault);
  });

  it('is refused with another key, a wrong tag, changed text, or a header that only looks the same', async () => {
    const [head = '', , iv, text, tag = ''] = sealed.split('.');
    const spaced = Buffer.from(JSON.stringify(header, undefined, 1)).toString('base64url');
    const other = tag.startsWith('A') ? `B${tag.slice(1)}` : `A${tag.slice(1)}`;
    for (const changed of [
      [head, '', iv, text, other],
      [head, '', iv, `AAAA${text}`, tag],
      [head, '', iv, text, tag.slice(0, 4)],
      [head, 'AAAA', iv, text, tag],
      [spaced, '', iv, text, tag],
    ])
      await expect(openField(changed.join('.'), place, key)).rejects.toThrow(PermanentFault);
    await expect(openField(sealed, place, await newKey())).rejects.toThrow(PermanentFault);
  });

  it.each([[''], ['.'], ['plain@example.org'], ['a.b.c.d.e'], ['....'], [`${'A'.repeat(100_000)}.`]])(
    'is refused when it is none: %.20s',
    async (text) => {
      await expect(openField(text, place, key)).rejects.toThrow(PermanentFault);
    },
  );

  it('is refused within milliseconds and without growing memory, however large what its header asks for', async () => {
    const bomb = `${withHeader({ ...header, zip: 'DEF' })}${'A'.repeat(100_000)}`;
    const before = process.memoryUsage().heapUsed;
    const startedAtMs = performance.now();
    for (let tries = 0; tries < 100; tries++) await expect(openField(bomb, place, key)).rejects.toThrow(PermanentFault);
    expect(performance.now() - startedAtMs).toBeLessThan(1000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024);
  });

  it('never says in its fault what it holds', async () => {
    const fault = await openField(sealed, { ...place, event: 'event-2' }, key).catch((thrown: unknown) => String(thrown));
    expect(fault).toContain('customer.registered/email of event event-2');
    expect(fault).not.toMatch(/Maestra|eyJ/);
  });
});

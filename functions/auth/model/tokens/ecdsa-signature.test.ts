import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { derSignature, joseSignature } from './ecdsa-signature.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

describe('joseSignature', () => {
  it('keeps the signature good, whatever the lengths of its integers', () => {
    // One in 128 signatures has a short integer: 600 of them meet every length that matters.
    for (let index = 0; index < 600; index++) {
      const message = Buffer.from(`message ${index}`);
      const signature = joseSignature(sign('sha256', message, privateKey));
      expect(signature).toHaveLength(64);
      expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
    }
  });

  it('pads short integers and drops the sign byte', () => {
    const der = Uint8Array.from([0x30, 0x08, 0x02, 0x01, 0x05, 0x02, 0x03, 0x00, 0x80, 0x01]);
    const expected = new Uint8Array(64);
    expected[31] = 5;
    expected.set([0x80, 0x01], 62);
    expect(joseSignature(der)).toEqual(expected);
  });

  it.each([
    ['nothing', []],
    ['another tag', [0x31, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01]],
    ['a length that lies', [0x30, 0x07, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01]],
    ['one integer', [0x30, 0x03, 0x02, 0x01, 0x01]],
    ['three integers', [0x30, 0x09, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01]],
    ['an integer past the end', [0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x09, 0x01]],
    ['an empty integer', [0x30, 0x05, 0x02, 0x00, 0x02, 0x01, 0x01]],
    ['an integer too long', [0x30, 0x26, 0x02, 0x21, ...Array(33).fill(1), 0x02, 0x01, 0x01]],
  ])('refuses %s', (_what, bytes) => {
    expect(() => joseSignature(Uint8Array.from(bytes))).toThrow(TypeError);
  });
});

describe('derSignature', () => {
  it('is what the signature was before, byte for byte', () => {
    for (let index = 0; index < 600; index++) {
      const der = sign('sha256', Buffer.from(`message ${index}`), privateKey);
      expect(Buffer.from(derSignature(joseSignature(der)))).toEqual(der);
    }
  });

  it('writes the shortest integers there are, and none that is negative', () => {
    const jose = new Uint8Array(64);
    jose.set([0x80, 0x01], 62);
    expect([...derSignature(jose)]).toEqual([0x30, 0x08, 0x02, 0x01, 0x00, 0x02, 0x03, 0x00, 0x80, 0x01]);
    expect(derSignature(new Uint8Array(64).fill(0xff))).toHaveLength(72);
  });

  it('refuses what is no signature', () => {
    expect(() => derSignature(new Uint8Array(63))).toThrow(TypeError);
    expect(() => derSignature(new Uint8Array(65))).toThrow(TypeError);
  });
});

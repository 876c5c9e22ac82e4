import { generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { describe, expect, it } from 'vitest';
import { publicJwk, verificationKey } from './verification-key.ts';

const at = { publishedAt: '2026-11-01T08:00:00.000Z', signsFrom: '2026-11-01T09:00:00.000Z', kmsKeyId: 'arn:aws:kms:::key/1' };

describe('verificationKey', () => {
  it('has the thumbprint as its id, as another library computes it', async () => {
    const key = verificationKey(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey, at);
    expect(key.keyId).toBe(await calculateJwkThumbprint(publicJwk(key)));
  });

  it('is published without anything private, even when it is made of a key pair’s private half', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(Object.keys(publicJwk(verificationKey(privateKey, at))).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('refuses other keys', () => {
    expect(() => verificationKey(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey, at)).toThrow(TypeError);
    expect(() => verificationKey(generateKeyPairSync('ed25519').publicKey, at)).toThrow(TypeError);
  });
});

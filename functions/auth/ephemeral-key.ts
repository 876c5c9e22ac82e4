import { generateKeyPairSync, sign, webcrypto } from 'node:crypto';
import type { Signer } from './token.ts';
import { publicJwk, verificationKey } from './verification-key.ts';

/** A signing key that lives in this process alone: tests sign with it. */
export async function ephemeralKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const published = verificationKey(publicKey, '2026-11-01T08:00:00.000Z');
  const signer: Signer = {
    keyId: published.keyId,
    sign: async (bytes) => sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  };
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const imported = await webcrypto.subtle.importKey('jwk', publicJwk(published), algorithm, false, ['verify']);
  return { privateKey, publicKey, published, signer, imported };
}

import { generateKeyPairSync, sign } from 'node:crypto';
import type { Signer } from '../../functions/auth/model/tokens/token.ts';
import { verificationKey } from '../../functions/auth/model/tokens/verification-key.ts';

/** For tests: a signing key that exists in this process only. */
export async function ephemeralKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const at = '2026-11-01T08:00:00.000Z';
  const published = verificationKey(publicKey, { publishedAt: at, signsFrom: at, kmsKeyId: 'none' });
  const signer: Signer = {
    keyId: published.keyId,
    sign: async (bytes) => sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  };
  return { privateKey, publicKey, published, signer };
}

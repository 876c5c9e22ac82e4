import { createHash, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';

/** A public key on P-256 under its thumbprint. The keys are the deployment's, not an organization's. */
export type VerificationKey = { keyId: string; x: string; y: string; publishedAt: string };

/**
 * The key as it is published; its id is its RFC 7638 thumbprint, so that one key never has two ids nor two keys one.
 * @throws {TypeError} when it is no public key on P-256
 */
export function verificationKey(publicKey: KeyObject, publishedAt: string): VerificationKey {
  const { crv, x, y } = publicKey.export({ format: 'jwk' });
  if (crv !== 'P-256' || x === undefined || y === undefined) throw new TypeError('tokens are signed with a key on P-256');
  const keyId = createHash('sha256')
    .update(JSON.stringify({ crv, kty: 'EC', x, y }))
    .digest('base64url');
  return { keyId, x, y, publishedAt };
}

/** As JWKS publishes it (RFC 7517). */
export function publicJwk({ keyId, x, y }: VerificationKey) {
  return { kty: 'EC', crv: 'P-256', x, y, kid: keyId, use: 'sig', alg: 'ES256' } as const satisfies JWK;
}

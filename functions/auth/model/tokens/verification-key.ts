import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';

/** A public key on P-256 under its thumbprint. The keys are the deployment's, not an organization's. */
export type VerificationKey = {
  keyId: string;
  x: string;
  y: string;
  /** ISO 8601 UTC. */
  publishedAt: string;
  /** From then on tokens are signed with it, until another key's turn comes; ISO 8601 UTC. */
  signsFrom: string;
  /** The KMS key that rotation made for it; undefined for the one that was deployed with the stage. */
  kmsKeyId?: string;
};

/**
 * The key as it is published; its id is its RFC 7638 thumbprint, so that one key never has two ids nor two keys one.
 * @throws {TypeError} when it is no public key on P-256
 */
export function verificationKey(
  publicKey: KeyObject,
  published: Pick<VerificationKey, 'publishedAt' | 'signsFrom' | 'kmsKeyId'>,
): VerificationKey {
  const { crv, x, y } = publicKey.export({ format: 'jwk' });
  if (crv !== 'P-256' || x === undefined || y === undefined) throw new TypeError('tokens are signed with a key on P-256');
  const keyId = createHash('sha256')
    .update(JSON.stringify({ crv, kty: 'EC', x, y }))
    .digest('base64url');
  return { keyId, x, y, ...published };
}

/** As JWKS publishes it (RFC 7517). */
export function publicJwk({ keyId, x, y }: VerificationKey) {
  return { kty: 'EC', crv: 'P-256', x, y, kid: keyId, use: 'sig', alg: 'ES256' } as const satisfies JWK;
}

/** As signatures are checked with. @throws when the coordinates are no point on the curve */
export const keyObjectOf = (key: VerificationKey): KeyObject => createPublicKey({ key: publicJwk(key), format: 'jwk' });

import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';

/** A public key on P-256. Keys belong to the deployment, not to an organization. */
export type VerificationKey = {
  keyId: string;
  x: string;
  y: string;
  /** ISO 8601 UTC. */
  publishedAt: string;
  /** When it begins to sign, ISO 8601 UTC. It signs until the next key begins. */
  signsFrom: string;
  /** The KMS key that the rotation created for it; undefined for the one deployed with the stage. */
  kmsKeyId?: string;
};

/**
 * The key as it is published. Its id is its RFC 7638 thumbprint, so that each key has exactly one id.
 * @throws {TypeError} when the key is not on P-256
 */
export function verificationKey(
  publicKey: KeyObject,
  published: Pick<VerificationKey, 'publishedAt' | 'signsFrom' | 'kmsKeyId'>,
): VerificationKey {
  const { crv, x, y } = publicKey.export({ format: 'jwk' });
  if (crv !== 'P-256' || x === undefined || y === undefined) throw new TypeError('a signing key is on P-256');
  const keyId = createHash('sha256')
    .update(JSON.stringify({ crv, kty: 'EC', x, y }))
    .digest('base64url');
  return { keyId, x, y, ...published };
}

/** The key as a JWKS shows it (RFC 7517). */
export function publicJwk({ keyId, x, y }: VerificationKey) {
  return { kty: 'EC', crv: 'P-256', x, y, kid: keyId, use: 'sig', alg: 'ES256' } as const satisfies JWK;
}

/** The key in the form that verifies signatures. @throws when the coordinates are not a point on the curve */
export const keyObjectOf = (key: VerificationKey): KeyObject => createPublicKey({ key: publicJwk(key), format: 'jwk' });

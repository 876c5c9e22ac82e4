import type { JWK } from 'jose';
import type { Cause } from '../shared/cause.ts';
import { commit } from '../shared/commit.ts';
import { type Item, queryItems, readItem } from '../shared/dynamo.ts';

/** A public key on P-256 under its RFC 7638 thumbprint. The keys are the deployment's, not an organization's. */
export type VerificationKey = { keyId: string; x: string; y: string; publishedAt: string };

const partition = 'KEYS';
const maxKeys = 20;
const itemKey = (keyId: string) => ({ pk: partition, sk: `KEY#${keyId}` });

/** A key that stands there already stays as it is. */
export async function publishKey(key: VerificationKey, cause: Cause): Promise<void> {
  const { idempotency: _, handling: __, ...plainCause } = cause;
  await commit({
    cause: plainCause,
    writes: [{ Put: { Item: { ...itemKey(key.keyId), ...key }, ConditionExpression: 'attribute_not_exists(pk)' } }],
  });
}

export async function findKey(keyId: string): Promise<VerificationKey | undefined> {
  const item = await readItem(itemKey(keyId));
  return item && keyOf(item);
}

/** The keys that tokens in force may be signed with. */
export async function listKeys(): Promise<VerificationKey[]> {
  const { items } = await queryItems({ pk: partition, limit: maxKeys });
  return items.map(keyOf);
}

/** As JWKS publishes it (RFC 7517). */
export function publicJwk({ keyId, x, y }: VerificationKey): JWK {
  return { kty: 'EC', crv: 'P-256', x, y, kid: keyId, use: 'sig', alg: 'ES256' };
}

const keyOf = ({ keyId, x, y, publishedAt }: Item): VerificationKey => ({
  keyId: String(keyId),
  x: String(x),
  y: String(y),
  publishedAt: String(publishedAt),
});

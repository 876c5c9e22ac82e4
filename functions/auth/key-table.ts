import type { Cause } from '../shared/cause.ts';
import { commit } from '../shared/commit.ts';
import { type Item, queryItems, readItem } from '../shared/dynamo.ts';
import type { VerificationKey } from './verification-key.ts';

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

const keyOf = ({ keyId, x, y, publishedAt }: Item): VerificationKey => ({
  keyId: String(keyId),
  x: String(x),
  y: String(y),
  publishedAt: String(publishedAt),
});

import type { Cause } from '../../shared/cause.ts';
import { type Committed, commit } from '../../shared/store/commit.ts';
import { type Item, queryItems, readItem } from '../../shared/store/dynamo.ts';
import type { VerificationKey } from '../model/tokens/verification-key.ts';
import { rightsChangeWrite } from './rights-feed-table.ts';

const partition = 'KEYS';
const prefix = 'KEY#';
const maxKeys = 20;
const itemKey = (keyId: string) => ({ pk: partition, sk: `${prefix}${keyId}` });
const followedKey = { pk: partition, sk: 'FOLLOWED' };

/** The first key of a deployment. One that stands there already stays as it is. */
export async function publishFirstKey(key: VerificationKey, cause: Cause): Promise<void> {
  const { idempotency: _, handling: __, ...plainCause } = cause;
  await commit({ cause: plainCause, writes: [newKeyWrite(key), rightsChangeWrite({ kind: 'keys' })] });
}

/** The key that follows `follows`, unless another does already: two rotations at once make one key. */
export function publishNextKey(key: VerificationKey, follows: string, cause: Cause): Promise<Committed> {
  return commit({
    cause,
    writes: [
      newKeyWrite(key),
      {
        Put: {
          Item: { ...followedKey, keyId: follows },
          ConditionExpression: 'attribute_not_exists(pk) OR keyId <> :follows',
          ExpressionAttributeValues: { ':follows': follows },
        },
      },
      rightsChangeWrite({ kind: 'keys' }),
    ],
  });
}

/** From now on no token that the key signed is good. */
export async function withdrawKey(keyId: string, cause: Cause): Promise<void> {
  await commit({ cause, writes: [{ Delete: { Key: itemKey(keyId) } }, rightsChangeWrite({ kind: 'keys' })] });
}

export async function findKey(keyId: string): Promise<VerificationKey | undefined> {
  const item = await readItem(itemKey(keyId));
  return item && keyOf(item);
}

/** The keys that tokens in force may be signed with, and the one whose turn comes next. */
export async function listKeys(): Promise<VerificationKey[]> {
  const { items } = await queryItems({ pk: partition, skPrefix: prefix, limit: maxKeys });
  return items.map(keyOf);
}

const newKeyWrite = (key: VerificationKey) => ({
  Put: { Item: { ...itemKey(key.keyId), ...key }, ConditionExpression: 'attribute_not_exists(pk)' },
});

/** A key that was published before there was rotation signed from then on. */
const keyOf = ({ keyId, x, y, publishedAt, signsFrom, kmsKeyId }: Item): VerificationKey => ({
  keyId: String(keyId),
  x: String(x),
  y: String(y),
  publishedAt: String(publishedAt),
  signsFrom: String(signsFrom ?? publishedAt),
  ...(kmsKeyId !== undefined && { kmsKeyId: String(kmsKeyId) }),
});

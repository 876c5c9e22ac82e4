import type { Cause } from '../../shared/cause.ts';
import { type Codec, optional, record, text } from '../../shared/store/codec.ts';
import { type Committed, commit } from '../../shared/store/commit.ts';
import { type Item, type Key, queryItems, readItem } from '../../shared/store/dynamo.ts';
import { putNew, type Write } from '../../shared/store/write.ts';
import { childTraceparent, newCorrelationId } from '../../shared/trace.ts';
import type { VerificationKey } from '../model/tokens/verification-key.ts';
import { rightsChangeWrite } from './rights-feed-table.ts';

const partition = 'KEYS';
const prefix = 'KEY#';
const maxKeys = 20;
const itemKey = (keyId: string): Key => ({ pk: partition, sk: `${prefix}${keyId}` });
const followedKey: Key = { pk: partition, sk: 'FOLLOWED' };

/** Publishes the first key of a deployment. If it is published already, nothing changes. */
export async function publishFirstKey(key: VerificationKey): Promise<void> {
  await changeKeys(putNewKey(key));
}

/** Publishes the key that follows `follows`. Its condition fails if that has a successor: two rotations at once publish one key. */
export const publishNextKey = (key: VerificationKey, follows: string): Promise<Committed> =>
  changeKeys(putNewKey(key), {
    Put: {
      Item: { ...followedKey, keyId: follows },
      ConditionExpression: 'attribute_not_exists(pk) OR keyId <> :follows',
      ExpressionAttributeValues: { ':follows': follows },
    },
  });

/** Withdraws a key: from now on no token that it signed is good. */
export async function withdrawKey(keyId: string): Promise<void> {
  await changeKeys({ Delete: { Key: itemKey(keyId) } });
}

export async function findKey(keyId: string): Promise<VerificationKey | undefined> {
  const item = await readItem(itemKey(keyId));
  return item && keyFrom(item);
}

/** The keys with which valid tokens may be signed, and the next one to sign. */
export async function listKeys(): Promise<VerificationKey[]> {
  const { items } = await queryItems({ pk: partition, skPrefix: prefix, limit: maxKeys });
  return items.map(keyFrom);
}

/** Keys belong to the deployment and are announced through the feed alone, so no request, tenant or event is involved. */
const changeKeys = (...writes: Write[]): Promise<Committed> =>
  commit({ cause: keysCause(), writes: [...writes, rightsChangeWrite({ kind: 'keys' })] });

const keysCause = (): Cause => ({
  correlationId: newCorrelationId(),
  traceparent: childTraceparent(),
  organizationId: '',
  causationId: 'signing-keys',
});

const putNewKey = (key: VerificationKey): Write => putNew({ ...itemKey(key.keyId), ...key });

const keyCodec: Codec<VerificationKey> = record<VerificationKey>({
  keyId: text,
  x: text,
  y: text,
  publishedAt: text,
  signsFrom: text,
  kmsKeyId: optional(text),
});

/** Keys published before rotation existed have no `signsFrom`: they signed at once. */
const keyFrom = ({ publishedAt, ...item }: Item): VerificationKey =>
  keyCodec({ signsFrom: publishedAt, publishedAt, ...item }, partition);

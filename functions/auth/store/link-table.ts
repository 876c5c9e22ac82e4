import { createHash } from 'node:crypto';
import { type Codec, number, oneOf, record, text } from '../../shared/store/codec.ts';
import { type Key, readItem } from '../../shared/store/dynamo.ts';
import { putNew, type Write } from '../../shared/store/write.ts';
import type { Link } from '../model/links/link.ts';

/** 32 random bytes need no slow hash. */
const linkKey = (secret: string): Key => ({
  pk: `LINK#${createHash('sha256').update(secret).digest('base64url')}`,
  sk: 'LINK',
});

const linkCodec: Codec<Link> = record<Link>({
  purpose: oneOf('verification', 'password'),
  organizationId: text,
  userId: text,
  addressHash: text,
  generation: number,
  validUntil: text,
});

export async function findLink(secret: string): Promise<Link | undefined> {
  const key = linkKey(secret);
  const item = await readItem(key);
  return item && linkCodec(item, key.pk);
}

export const putLink = (secret: string, link: Link): Write =>
  putNew({ ...linkKey(secret), ...link, expiresAt: Math.ceil(Date.parse(link.validUntil) / 1000) });

/** Uses a link up; fails when somebody else did. */
export const useUp = (secret: string): Write => ({
  Delete: { Key: linkKey(secret), ConditionExpression: 'attribute_exists(pk)' },
});

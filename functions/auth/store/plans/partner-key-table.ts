import { type Codec, record, text } from '../../../shared/store/codec.ts';
import { type Key, queryItems, readItem } from '../../../shared/store/dynamo.ts';
import { putNew, type Write } from '../../../shared/store/write.ts';
import type { PartnerKey } from '../../model/plans/partner-key.ts';

const partition = (organizationId: string) => `ORG#${organizationId}#PARTNERKEYS`;
const itemKey = (organizationId: string, keyId: string): Key => ({ pk: partition(organizationId), sk: `PARTNERKEY#${keyId}` });

const keyCodec: Codec<PartnerKey> = record<PartnerKey>({
  keyId: text,
  organizationId: text,
  name: text,
  issuedAt: text,
  issuedBy: text,
  secretHash: text,
});

export async function findPartnerKey(organizationId: string, keyId: string): Promise<PartnerKey | undefined> {
  const item = await readItem(itemKey(organizationId, keyId));
  return item && keyCodec(item, partition(organizationId));
}

/** One page of an organization's keys, the oldest first. */
export async function listPartnerKeys(
  organizationId: string,
  page: { cursor?: string; limit: number },
): Promise<{ keys: PartnerKey[]; nextCursor?: string }> {
  const pk = partition(organizationId);
  const { items, ...next } = await queryItems({ pk, ...page });
  return { keys: items.map((item) => keyCodec(item, pk)), ...next };
}

export const putNewPartnerKey = (key: PartnerKey): Write => putNew({ ...itemKey(key.organizationId, key.keyId), ...key });

/** Fails when somebody else removed it. */
export const removePartnerKey = ({ organizationId, keyId }: PartnerKey): Write => ({
  Delete: { Key: itemKey(organizationId, keyId), ConditionExpression: 'attribute_exists(pk)' },
});

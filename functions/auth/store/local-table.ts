import { objectOf } from '../../shared/input/json-object.ts';
import { type Codec, number, oneOf, record, text } from '../../shared/store/codec.ts';
import { type Key, queryItems, readItem } from '../../shared/store/dynamo.ts';
import { putNew, type Write } from '../../shared/store/write.ts';
import type { Local } from '../model/local.ts';

const partition = (organizationId: string) => `ORG#${organizationId}#LOCALS`;
const localKey = (organizationId: string, localId: string): Key => ({ pk: partition(organizationId), sk: `LOCAL#${localId}` });

const versionedLocal = record<Local>({
  localId: text,
  organizationId: text,
  name: text,
  status: oneOf('open', 'closed'),
  createdAt: text,
  version: number,
});

/** A shop that never changed may have been stored before shops could be closed. */
const localCodec: Codec<Local> = (stored, place) => {
  const item = objectOf(stored);
  return versionedLocal(item?.version === undefined ? { ...item, status: 'open', version: 1 } : item, place);
};

export async function findLocal(organizationId: string, localId: string): Promise<Local | undefined> {
  const item = await readItem(localKey(organizationId, localId));
  return item && localCodec(item, partition(organizationId));
}

/** One page of an organization's shops, the oldest first. */
export async function listLocals(
  organizationId: string,
  page: { cursor?: string; limit: number },
): Promise<{ locals: Local[]; nextCursor?: string }> {
  const pk = partition(organizationId);
  const { items, ...next } = await queryItems({ pk, ...page });
  return { locals: items.map((item) => localCodec(item, pk)), ...next };
}

export const putNewLocal = (local: Local): Write => putNew({ ...localKey(local.organizationId, local.localId), ...local });

/** Stores a changed shop; fails when another writer changed it first. One that never changed may lack the version. */
export const putChangedLocal = (local: Local): Write => ({
  Put: {
    Item: { ...localKey(local.organizationId, local.localId), ...local },
    ConditionExpression: 'version = :before OR (attribute_exists(pk) AND attribute_not_exists(version))',
    ExpressionAttributeValues: { ':before': local.version - 1 },
  },
});

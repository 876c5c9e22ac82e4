import type { Write } from '../../shared/store/commit.ts';
import { type Item, queryItems, readItem } from '../../shared/store/dynamo.ts';
import type { Local } from '../model/local.ts';

const partition = (organizationId: string) => `ORG#${organizationId}#LOCALS`;
const localKey = (organizationId: string, localId: string) => ({ pk: partition(organizationId), sk: `LOCAL#${localId}` });

export async function findLocal(organizationId: string, localId: string): Promise<Local | undefined> {
  const item = await readItem(localKey(organizationId, localId));
  return item && localOf(item);
}

/** One page of an organization's shops, the oldest first. */
export async function listLocals(organizationId: string, page: { cursor?: string; limit: number }) {
  const { items, nextCursor } = await queryItems({ pk: partition(organizationId), ...page });
  return { locals: items.map(localOf), ...(nextCursor !== undefined && { nextCursor }) };
}

export const newLocalWrite = (local: Local): Write => ({
  Put: { Item: { ...localKey(local.organizationId, local.localId), ...local }, ConditionExpression: 'attribute_not_exists(pk)' },
});

const localOf = ({ localId, organizationId, name, createdAt }: Item): Local => ({
  localId: String(localId),
  organizationId: String(organizationId),
  name: String(name),
  createdAt: String(createdAt),
});

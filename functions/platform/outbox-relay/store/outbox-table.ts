import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { outboxPartition } from '../../../shared/events/outbox.ts';
import { newId } from '../../../shared/ids.ts';
import { documentClient, type Item, type Key, queryItems, tableName } from '../../../shared/store/dynamo.ts';

const itemsPerPage = 50;

/** A page of the outbox items of a shard that were committed before this moment, the oldest first. */
export async function findOutboxItems(
  shard: number,
  before: string,
  cursor: string | undefined,
): Promise<{ items: Item[]; nextCursor?: string }> {
  const pk = outboxPartition(shard);
  // Commit ids are UUIDs v7, so one that is minted for a moment sorts after all that were minted earlier.
  return queryItems({ pk, skBelow: newId(before), limit: itemsPerPage, ...(cursor !== undefined && { cursor }) });
}

/** Strongly consistent. The relay may query its table and read nothing by key. */
export async function isInOutbox({ pk, sk }: Key): Promise<boolean> {
  const { items } = await queryItems({ pk, skPrefix: sk, limit: 1 });
  return items.length > 0;
}

export async function deleteOutboxItem({ pk, sk }: Key): Promise<void> {
  await documentClient().send(new DeleteCommand({ TableName: tableName(), Key: { pk, sk } }));
}

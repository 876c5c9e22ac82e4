import { createHash } from 'node:crypto';
import type { Write } from '../../shared/store/commit.ts';
import { type Key, queryItems } from '../../shared/store/dynamo.ts';

type Dated = { orderId: string; deadline: string };
export type Overdue = { organizationId: string; orderId: string };

/** Deadlines are spread over this many partitions, so that a busy market does not write into one. */
export const deadlineShards = 8;

const deadlineKey = (organizationId: string, { orderId, deadline }: Dated): Key => ({
  pk: `DEADLINE#${createHash('sha256').update(orderId).digest().readUInt8(0) % deadlineShards}`,
  sk: `${deadline}#${organizationId}#${orderId}`,
});

/** Written with the pending order and deleted in the very transaction in which it stops being pending. */
export const putDeadline = (organizationId: string, order: Dated): Write => ({
  Put: { Item: { ...deadlineKey(organizationId, order), organizationId, orderId: order.orderId } },
});

export const deleteDeadline = (organizationId: string, order: Dated): Write => ({
  Delete: { Key: deadlineKey(organizationId, order) },
});

/** Orders of one shard that were still pending at their deadline, the longest overdue first; strongly consistent. */
export async function findOverdue(shard: number, now: string, limit: number): Promise<Overdue[]> {
  const { items } = await queryItems({ pk: `DEADLINE#${shard}`, skBelow: now, limit });
  return items.map((item) => ({ organizationId: String(item.organizationId), orderId: String(item.orderId) }));
}

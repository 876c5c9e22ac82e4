import { createHash } from 'node:crypto';
import { record, text } from '../../shared/store/codec.ts';
import { type Item, type Key, queryItems } from '../../shared/store/dynamo.ts';
import type { Write } from '../../shared/store/write.ts';

type Dated = { orderId: string; deadline: string };
export type Overdue = { organizationId: string; orderId: string; deadline: string };

/** Deadlines are spread over this many partitions, so that a busy market does not write into one. */
export const deadlineShards = 8;

const deadlineKey = (organizationId: string, { orderId, deadline }: Dated): Key => ({
  pk: `DEADLINE#${createHash('sha256').update(orderId).digest().readUInt8(0) % deadlineShards}`,
  sk: `${deadline}#${organizationId}#${orderId}`,
});

/** Written with the pending order, and deleted in the transaction in which the order stops being pending. */
export const putDeadline = (organizationId: string, order: Dated): Write => ({
  Put: { Item: { ...deadlineKey(organizationId, order), organizationId, orderId: order.orderId } },
});

export const deleteDeadline = (organizationId: string, order: Dated): Write => ({
  Delete: { Key: deadlineKey(organizationId, order) },
});

/** A page of the orders of one shard that were still pending at their deadline, longest overdue first, strongly consistent. */
export async function findOverdue(
  shard: number,
  now: string,
  page: { limit: number; cursor?: string },
): Promise<{ items: Overdue[]; nextCursor?: string }> {
  const pk = `DEADLINE#${shard}`;
  const { items, ...next } = await queryItems({ pk, skBelow: now, ...page });
  return { items: items.map((item) => overdueFrom(item, pk)), ...next };
}

const deadlineCodec = record<{ organizationId: string; orderId: string; sk: string }>({
  organizationId: text,
  orderId: text,
  sk: text,
});

/** The sort key begins with the deadline. */
function overdueFrom(item: Item, place: string): Overdue {
  const { organizationId, orderId, sk } = deadlineCodec(item, place);
  return { organizationId, orderId, deadline: sk.slice(0, sk.indexOf('#')) };
}

import { createHash } from 'node:crypto';
import { record, text } from '../../shared/store/codec.ts';
import { type Item, type Key, queryItems } from '../../shared/store/dynamo.ts';
import type { Write } from '../../shared/store/write.ts';
import type { Reservation } from '../model/reservation.ts';

/** A reservation whose order is to be asked at this moment, ISO 8601 UTC. */
export type DueQuestion = { organizationId: string; orderId: string; dueAt: string };

/** The marks are spread over this many partitions, so that a busy market does not write into one. */
export const expiryShards = 8;

const partition = (shard: number) => `EXPIRY#${shard}`;

const markKey = ({ organizationId, orderId, dueAt }: DueQuestion): Key => ({
  pk: partition(createHash('sha256').update(orderId).digest().readUInt8(0) % expiryShards),
  sk: `${dueAt}#${organizationId}#${orderId}`,
});

/** Stored with each change of a reservation: the mark by which the job finds its question, and the end of the one before. */
export function markQuestion(organizationId: string, before: Reservation | undefined, after: Reservation): Write[] {
  const asked = dueOf(organizationId, before);
  const next = dueOf(organizationId, after);
  if (asked?.dueAt === next?.dueAt) return [];
  return [...(asked ? [deleteMark(asked)] : []), ...(next ? [{ Put: { Item: { ...markKey(next), ...next } } }] : [])];
}

export const deleteMark = (due: DueQuestion): Write => ({ Delete: { Key: markKey(due) } });

function dueOf(organizationId: string, reservation: Reservation | undefined): DueQuestion | undefined {
  if (reservation?.status !== 'reserved' || reservation.question === undefined) return undefined;
  const { orderId, question } = reservation;
  return { organizationId, orderId, dueAt: question.dueAt };
}

const markCodec = record<DueQuestion>({ organizationId: text, orderId: text, dueAt: text });

/** A page of the questions of one shard that are due, longest due first, strongly consistent. */
export async function findDueQuestions(
  shard: number,
  now: string,
  page: { limit: number; cursor?: string },
): Promise<{ items: DueQuestion[]; nextCursor?: string }> {
  const pk = partition(shard);
  const { items, ...next } = await queryItems({ pk, skBelow: now, ...page });
  return { items: items.map((item: Item) => markCodec(item, pk)), ...next };
}

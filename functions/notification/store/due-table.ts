import { createHash } from 'node:crypto';
import { oneOf, optional, record, text } from '../../shared/store/codec.ts';
import { type Key, queryItems } from '../../shared/store/dynamo.ts';
import type { Write } from '../../shared/store/write.ts';
import type { MessageName } from '../model/notification.ts';

/** A message that is held until `dueAt`, ISO 8601 UTC. */
export type Due = MessageName & { organizationId: string; dueAt: string };

/** The number of partitions that held messages are spread over, by recipient. */
export const dueShards = 4;
const duesPerPage = 50;

const shardOf = (userId: string) => createHash('sha256').update(userId).digest().readUInt8(0) % dueShards;
const duePartition = (shard: number) => `DUE#${shard}`;

function dueKey({ dueAt, organizationId, userId, eventId, channel, deviceId }: Due): Key {
  const parts = [dueAt, organizationId, userId, eventId, channel, ...(deviceId === undefined ? [] : [deviceId])];
  return { pk: duePartition(shardOf(userId)), sk: parts.join('#') };
}

const dueCodec = record<Due>({
  organizationId: text,
  dueAt: text,
  userId: text,
  eventId: text,
  channel: oneOf('email', 'sms', 'push'),
  deviceId: optional(text),
});

export const putDue = (due: Due): Write => ({ Put: { Item: { ...dueKey(due), ...due } } });
export const deleteDue = (due: Due): Write => ({ Delete: { Key: dueKey(due) } });

/** A page of what was due before `now`, the longest due first. */
export async function findDue(
  shard: number,
  now: string,
  cursor: string | undefined,
): Promise<{ items: Due[]; nextCursor?: string }> {
  const pk = duePartition(shard);
  const page = { limit: duesPerPage, ...(cursor !== undefined && { cursor }) };
  const { items, nextCursor } = await queryItems({ pk, skBelow: now, ...page });
  return { items: items.map((item) => dueCodec(item, pk)), ...(nextCursor !== undefined && { nextCursor }) };
}

/** The place of a held message in the list. */
export const dueOf = (organizationId: string, name: MessageName, dueAt: string): Due => {
  const { userId, eventId, channel, deviceId } = name;
  return { organizationId, dueAt, userId, eventId, channel, ...(deviceId !== undefined && { deviceId }) };
};

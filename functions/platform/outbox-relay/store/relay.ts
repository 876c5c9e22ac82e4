import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { buryMessage } from '../../../shared/events/dead-letter.ts';
import { causeText } from '../../../shared/faults.ts';
import { log } from '../../../shared/log.ts';
import { publish } from './bus-client.ts';
import { committedAt, type OutboxRead, readOutboxItem, sweepAfterMs } from './outbox-item.ts';
import { deleteOutboxItem, isInOutbox } from './outbox-table.ts';

/** The stream itself repeats nothing: what is left after these tries belongs to the sweep. */
const streamTries = 5;

/**
 * Publishes the outbox items of a stream batch, each on its own, since events are not promised in order. An item that cannot be
 * published now stays in the outbox and is left to the sweep: the stream is not asked to repeat it, or it would hold up what follows.
 */
export async function relayBatch({ Records }: DynamoDBStreamEvent): Promise<void> {
  await Promise.all(Records.map(relayRecord));
}

async function relayRecord(record: DynamoDBRecord): Promise<void> {
  try {
    const read = readOutboxItem(imageOf(record));
    if (await wasSwept(read)) return;
    await relayItem(read, streamTries);
  } catch (thrown) {
    log.error('outbox item waits for the sweep', { commitId: record.dynamodb?.Keys?.sk?.S, cause: causeText(thrown) });
  }
}

/** The sweep may have published an item that the stream brings late; then it is no longer in the outbox. */
async function wasSwept({ key }: OutboxRead): Promise<boolean> {
  if (key === undefined || Date.now() - Date.parse(committedAt(key.sk)) < sweepAfterMs) return false;
  return !(await isInOutbox(key));
}

/**
 * Publishes the events of an item, sends those that can never be published to the dead-letter queue, and only then deletes the item: a
 * fault in between repeats events and loses none. The stream and the sweep both use it.
 */
export async function relayItem({ key, events, poison, correlationId }: OutboxRead, tries: number): Promise<void> {
  const refused = await publish(events, tries);
  if (events.length > refused.length) {
    log.info('published', { events: events.map(({ detailType }) => detailType), correlationId });
  }
  for (const { cause, text } of [...poison, ...refused]) {
    log.error('event cannot be published', { commitId: key?.sk, correlationId, cause });
    await buryMessage({ body: text, messageId: key?.sk ?? 'unknown' }, { consumer: 'outbox-relay', cause });
  }
  if (key) await deleteOutboxItem(key);
}

/**
 * The stream's attribute values and the SDK's are one format under two type names. Numbers are read as text, since some are too large
 * for JavaScript.
 */
const imageOf = (record: DynamoDBRecord) =>
  unmarshall((record.dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>, { wrapNumbers: String });

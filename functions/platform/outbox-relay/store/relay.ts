import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { buryMessage } from '../../../shared/events/dead-letter.ts';
import { causeText } from '../../../shared/faults.ts';
import { log } from '../../../shared/log.ts';
import { type OutboxRead, readOutboxItem } from '../model/outbox-item.ts';
import { publish, removeItem } from './publish.ts';

/**
 * Publishes the outbox items of a stream batch. Order is not promised, so each record stands alone: poison goes to the
 * dead-letter queue from here and is not tried again; what could not be published for now is reported, and whatever the stream
 * loses is found by the sweeper, since an outbox item stays until it is published.
 */
export async function relayBatch({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const failed = await Promise.all(Records.map(relayRecord));
  return { batchItemFailures: failed.flatMap((itemIdentifier) => (itemIdentifier === undefined ? [] : [{ itemIdentifier }])) };
}

async function relayRecord(record: DynamoDBRecord): Promise<string | undefined> {
  try {
    await relayItem(readOutboxItem(imageOf(record)));
    return undefined;
  } catch (thrown) {
    log.error('outbox item waits', { commitId: record.dynamodb?.Keys?.sk?.S, cause: causeText(thrown) });
    return record.dynamodb?.SequenceNumber;
  }
}

/**
 * Publishes what an item holds and buries what no retry could publish; only then is the item removed, so that a fault in between
 * repeats and never loses. Used by the stream and by the sweeper.
 */
export async function relayItem({ key, events, poison, correlationId }: OutboxRead): Promise<void> {
  const refused = await publish(events);
  if (events.length > refused.length) {
    log.info('published', { events: events.map(({ detailType }) => detailType), correlationId });
  }
  for (const { cause, text } of [...poison, ...refused]) {
    log.error('event cannot be published', { commitId: key?.sk, correlationId, cause });
    await buryMessage({ body: text, messageId: key?.sk ?? 'unknown' }, { consumer: 'outbox-relay', cause });
  }
  if (key) await removeItem(key);
}

/** The stream's own attribute type and the SDK's are one wire format with two names. Numbers stay text: none is too large to read. */
const imageOf = (record: DynamoDBRecord) =>
  unmarshall((record.dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>, { wrapNumbers: String });

import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { buryMessage } from '../shared/dead-letter.ts';
import { causeText } from '../shared/faults.ts';
import { log } from '../shared/log.ts';
import { type OutboxRead, readOutboxItem } from './outbox-item.ts';
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
  const read = readOutboxItem(imageOf(record));
  try {
    await relayItem(read);
    return undefined;
  } catch (thrown) {
    log.error('outbox item waits', {
      cause: causeText(thrown),
      ...(read.outcome === 'outbox' && { correlationId: read.correlationId }),
    });
    return record.dynamodb?.SequenceNumber;
  }
}

/** Publishes one item, or buries it when no retry could publish it. Used by the stream and by the sweeper. */
export async function relayItem(read: OutboxRead): Promise<void> {
  if (read.outcome === 'poison') {
    log.error('outbox item is poison', { cause: read.cause });
    await buryMessage({ body: read.text, messageId: read.key?.sk ?? 'unknown' }, { consumer: 'outbox-relay', cause: read.cause });
    // The dead-letter queue holds it now; left here, every sweep would bury it again.
    if (read.key) await removeItem(read.key);
    return;
  }
  const refused = await publish(read.item);
  log.info('published', { events: read.item.events.map(({ detailType }) => detailType), correlationId: read.correlationId });
  for (const { entry, cause } of refused) {
    log.error('event refused by the bus', { detailType: entry.detailType, cause, correlationId: read.correlationId });
    await buryMessage({ body: JSON.stringify(entry), messageId: read.item.sk }, { consumer: 'outbox-relay', cause });
  }
}

/** The stream's own attribute type and the SDK's are one wire format with two names. */
const imageOf = (record: DynamoDBRecord) => unmarshall((record.dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>);

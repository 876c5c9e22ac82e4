import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditPage } from '../../../generated/rest/types.ts';
import type { ReceivedEvent } from '../../shared/domain-event.ts';
import { jsonObject } from '../../shared/input/json-object.ts';
import { type Codec, mapOf, number, optional, record, text } from '../../shared/store/codec.ts';
import { documentClient, type ItemQuery, queryItems, tableName } from '../../shared/store/dynamo.ts';

/** An event as it was published, kept forever: `detailType` is its wire name, `source` names the domain that published it. */
export type AuditEntry = ReceivedEvent & {
  detailType: string;
  source: string;
};

const aggregatePartition = (organizationId: string, aggregateId: string) => `ORG#${organizationId}#AGGREGATE#${aggregateId}`;
const correlationPartition = (organizationId: string, correlationId: string) =>
  `ORG#${organizationId}#CORRELATION#${correlationId}`;

/** Adds an entry and never replaces one. The entry itself records that the event was handled, so it takes no marker. */
export async function appendEntry(entry: AuditEntry): Promise<void> {
  const { organizationId, correlationId } = entry.metadata;
  const sk = `${entry.occurredOn}#${entry.eventId}`;
  const Item = {
    pk: aggregatePartition(organizationId, entry.aggregateId),
    sk,
    gsi1pk: correlationPartition(organizationId, correlationId),
    gsi1sk: sk,
    organizationId,
    // As text: data of an unknown type may hold numbers, names and depths that an item cannot.
    entry: JSON.stringify(entry),
  };
  const put = new PutCommand({ TableName: tableName(), Item, ConditionExpression: 'attribute_not_exists(pk)' });
  try {
    await documentClient().send(put);
  } catch (thrown) {
    // It was delivered before, or is replayed from the archive.
    if (!(thrown instanceof ConditionalCheckFailedException)) throw thrown;
  }
}

type Page = Pick<ItemQuery, 'limit' | 'cursor'>;

/** What happened to one order, product or payment, oldest first. */
export const entriesOfAggregate = (organizationId: string, aggregateId: string, page: Page): Promise<AuditPage> =>
  readPage({ pk: aggregatePartition(organizationId, aggregateId), ...page });

/** Everything that one request caused, oldest first. Read from an index, so an event of a moment ago may be missing. */
export const entriesOfCorrelation = (organizationId: string, correlationId: string, page: Page): Promise<AuditPage> =>
  readPage({ pk: correlationPartition(organizationId, correlationId), index: 'byCorrelation', ...page });

async function readPage(query: ItemQuery): Promise<AuditPage> {
  const { items, nextCursor } = await queryItems(query);
  return {
    events: items.map(({ entry }) => entryCodec(jsonObject(text(entry, query.pk)), query.pk)),
    ...(nextCursor !== undefined && { nextCursor }),
  };
}

const anything: Codec<unknown> = (stored) => stored;

const entryCodec = record<AuditEntry>({
  eventId: text,
  eventType: text,
  aggregateId: text,
  eventVersion: number,
  occurredOn: text,
  eventData: mapOf(anything),
  metadata: record<AuditEntry['metadata']>({
    correlationId: text,
    causationId: text,
    organizationId: text,
    userId: optional(text),
    traceparent: text,
    aggregateVersion: number,
  }),
  detailType: text,
  source: text,
});

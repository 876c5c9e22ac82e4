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
const userPartition = (organizationId: string, userId: string) => `ORG#${organizationId}#USER#${userId}`;
const typePartition = (organizationId: string, type: string) => `ORG#${organizationId}#TYPE#${type}`;

/** Adds an entry and never replaces one. The entry itself records that the event was handled, so it takes no marker. */
export async function appendEntry(entry: AuditEntry): Promise<void> {
  const { organizationId, correlationId, userId } = entry.metadata;
  const sk = `${instant(entry.occurredOn)}#${entry.eventId}`;
  const Item = {
    pk: aggregatePartition(organizationId, entry.aggregateId),
    sk,
    gsi1pk: correlationPartition(organizationId, correlationId),
    gsi1sk: sk,
    ...(userId !== undefined && { gsi2pk: userPartition(organizationId, userId), gsi2sk: sk }),
    gsi3pk: typePartition(organizationId, entry.detailType),
    gsi3sk: sk,
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

/** What to look for: one of these. */
export type AuditSubject = { aggregateId: string } | { correlationId: string } | { userId: string } | { type: string };

/** A page of what occurred from `from` (included) to `to` (not included), ISO 8601 UTC, of any precision. */
export type AuditPeriod = { from?: string | undefined; to?: string | undefined };
type Page = Pick<ItemQuery, 'limit' | 'cursor'>;

/**
 * Everything that happened to an aggregate, or that a request, a user or a type of event caused, the oldest first. All but the first
 * are read from an index, so an event of a moment ago may be missing.
 */
export const findEntries = (organizationId: string, subject: AuditSubject, period: AuditPeriod, page: Page): Promise<AuditPage> =>
  readPage({ ...listOf(organizationId, subject), ...rangeOf(period), ...page });

function listOf(organizationId: string, subject: AuditSubject): Pick<ItemQuery, 'pk' | 'index' | 'indexPosition'> {
  if ('aggregateId' in subject) return { pk: aggregatePartition(organizationId, subject.aggregateId) };
  if ('correlationId' in subject) {
    return { pk: correlationPartition(organizationId, subject.correlationId), index: 'byCorrelation', indexPosition: 1 };
  }
  if ('userId' in subject) return { pk: userPartition(organizationId, subject.userId), index: 'byUser', indexPosition: 2 };
  return { pk: typePartition(organizationId, subject.type), index: 'byType', indexPosition: 3 };
}

/** Sort keys begin with the time, to the millisecond, so that their order is that of the events. */
function rangeOf({ from, to }: AuditPeriod): Pick<ItemQuery, 'skBetween' | 'skBelow' | 'skAbove'> {
  if (from !== undefined && to !== undefined) return { skBetween: [instant(from), instant(to)] };
  if (to !== undefined) return { skBelow: instant(to) };
  return from === undefined ? {} : { skAbove: instant(from) };
}

/** One spelling of a point in time, so that texts sort as times do. No sort key is equal to it, since an id follows there. */
const instant = (timestamp: string) => new Date(timestamp).toISOString();

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

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DomainEvent } from '../../shared/domain-event.ts';
import { documentClient, type Item, queryItems, tableName } from '../../shared/store/dynamo.ts';

/** An event as it was published, kept for ever: `detailType` is its wire name, `source` the domain that published it. */
export type AuditEntry = DomainEvent & { detailType: string; source: string };

const aggregatePartition = (organizationId: string, aggregateId: string) => `ORG#${organizationId}#AGGREGATE#${aggregateId}`;
const correlationPartition = (organizationId: string, correlationId: string) =>
  `ORG#${organizationId}#CORRELATION#${correlationId}`;

/** Adds an entry; one that stands is never replaced. The entry is its own mark that the event was handled, so there is no other. */
export async function appendEntry(entry: AuditEntry): Promise<void> {
  const { organizationId, correlationId } = entry.metadata;
  const sk = `${entry.occurredOn}#${entry.eventId}`;
  const keys = {
    pk: aggregatePartition(organizationId, entry.aggregateId),
    sk,
    gsi1pk: correlationPartition(organizationId, correlationId),
    gsi1sk: sk,
  };
  const put = new PutCommand({
    TableName: tableName(),
    Item: { ...keys, organizationId, entry },
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  try {
    await documentClient().send(put);
  } catch (thrown) {
    // Delivered before, or replayed from the archive.
    if (!(thrown instanceof ConditionalCheckFailedException)) throw thrown;
  }
}

type Page = { limit: number; cursor?: string };
type EntryPage = { entries: unknown[]; nextCursor?: string };

/** What happened to one order, product, payment …, the oldest first. */
export async function entriesOfAggregate(organizationId: string, aggregateId: string, page: Page): Promise<EntryPage> {
  return entries(await queryItems({ pk: aggregatePartition(organizationId, aggregateId), ...page }));
}

/** All that one request led to, the oldest first. Read from an index, which lags by moments. */
export async function entriesOfCorrelation(organizationId: string, correlationId: string, page: Page): Promise<EntryPage> {
  return entries(await queryItems({ pk: correlationPartition(organizationId, correlationId), index: 'byCorrelation', ...page }));
}

const entries = ({ items, nextCursor }: { items: Item[]; nextCursor?: string }): EntryPage => ({
  entries: items.map(({ entry }) => entry),
  ...(nextCursor !== undefined && { nextCursor }),
});

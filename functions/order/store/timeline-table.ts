import type { Cause } from '../../shared/cause.ts';
import { commit, type Write } from '../../shared/store/commit.ts';
import { queryItems } from '../../shared/store/dynamo.ts';
import type { TimelineEntry } from '../model/timeline.ts';
import { orderPartition } from './order-item.ts';

/** An order lives through a few dozen events; the read is bounded all the same. */
const maxEntries = 200;
const prefix = 'TIMELINE#';

/** Keyed by the event, so that an event told twice is one line. */
export const putTimelineEntry = (organizationId: string, orderId: string, entry: TimelineEntry): Write => ({
  Put: { Item: { pk: orderPartition(organizationId, orderId), sk: `${prefix}${entry.occurredOn}#${entry.eventId}`, ...entry } },
});

/** What another domain tells of an order; the event that is handled is marked so in the same transaction. */
export async function addToTimeline(cause: Cause, orderId: string, entry: TimelineEntry): Promise<void> {
  await commit({ cause, writes: [putTimelineEntry(cause.organizationId, orderId, entry)] });
}

/** The oldest first. */
export async function readTimeline(organizationId: string, orderId: string): Promise<TimelineEntry[]> {
  const { items } = await queryItems({ pk: orderPartition(organizationId, orderId), skPrefix: prefix, limit: maxEntries });
  return items.map(({ type, occurredOn, eventId, summary }) => ({
    type: String(type),
    occurredOn: String(occurredOn),
    eventId: String(eventId),
    summary: String(summary),
  }));
}

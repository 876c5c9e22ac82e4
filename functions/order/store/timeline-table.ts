import type { EventType } from '../../../generated/events/types.ts';
import type { DomainEvent } from '../../shared/domain-event.ts';
import type { Handling } from '../../shared/events/consume.ts';
import { type Codec, record, text } from '../../shared/store/codec.ts';
import { queryItems } from '../../shared/store/dynamo.ts';
import type { Effects, Write } from '../../shared/store/write.ts';
import type { TimelineEntry } from '../model/timeline.ts';
import { orderPartition } from './order-key.ts';

/** An order has a few dozen events, but every read has a limit. */
const maxEntries = 200;
const prefix = 'TIMELINE#';

const entryCodec: Codec<TimelineEntry> = record<TimelineEntry>({ type: text, occurredOn: text, eventId: text, summary: text });

/** Keyed by the event, so that an event that is delivered twice makes one line. */
export const putTimelineEntry = (organizationId: string, orderId: string, entry: TimelineEntry): Write => ({
  Put: { Item: { pk: orderPartition(organizationId, orderId), sk: `${prefix}${entry.occurredOn}#${entry.eventId}`, ...entry } },
});

/** Puts an event of another domain on the timeline of its order; `summary` is for people. */
export function timelineLine<Type extends EventType>(
  { eventId, occurredOn, eventData }: DomainEvent<Type> & { eventData: { orderId: string } },
  { organizationId, detailType }: Handling,
  summary: string,
) {
  const entry = { type: detailType, occurredOn, eventId, summary };
  return { writes: [putTimelineEntry(organizationId, eventData.orderId, entry)] } satisfies Effects;
}

/** The event id of the order's cancellation; undefined when it was never cancelled. */
export async function findCancellation(organizationId: string, orderId: string): Promise<string | undefined> {
  const entries = await readTimeline(organizationId, orderId);
  return entries.find(({ type }) => type === 'order.cancelled')?.eventId;
}

/** Oldest first. */
export async function readTimeline(organizationId: string, orderId: string): Promise<TimelineEntry[]> {
  const pk = orderPartition(organizationId, orderId);
  const { items } = await queryItems({ pk, skPrefix: prefix, limit: maxEntries });
  return items.map((item) => entryCodec(item, pk));
}

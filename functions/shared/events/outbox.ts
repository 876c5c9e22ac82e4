import { createHash } from 'node:crypto';
import { eventCatalogue } from '../../../generated/events/catalogue.ts';
import { eventValidators } from '../../../generated/events/validators.ts';
import type { Cause } from '../cause.ts';
import type { NewEvent, ReceivedEvent } from '../domain-event.ts';
import { PermanentFault } from '../faults.ts';
import { newId } from '../ids.ts';
import { inputErrors } from '../input/input-errors.ts';
import { sealed } from '../sealing/sealed-data.ts';
import { versionsOf } from './delivery.ts';

/** The outbox is spread over this many partitions, so that a busy domain does not write into one. */
export const outboxShards = 16;
export const maxEventBytes = 128 * 1024;
export const maxOutboxItemBytes = 300 * 1024;

/** An event ready for its bus: its wire name, and its envelope as the text that will be sent. */
export type OutboxEvent = { detailType: string; detail: string };
/** All events of one commit in one item: state and events are stored in one transaction (transactional outbox). */
export type OutboxItem = { pk: string; sk: string; events: OutboxEvent[] };

export const outboxPartition = (shard: number) => `OUTBOX#${shard}`;

/**
 * The outbox item of a commit, with the sensitive fields of its events sealed. `commitId` sorts by time, so that the sweeper finds the
 * old ones first.
 */
export async function outboxItem(commitId: string, events: readonly NewEvent[], cause: Cause): Promise<OutboxItem> {
  checkVersions(events);
  const packed = await Promise.all(events.map((event) => pack(event, cause)));
  const bytes = packed.reduce((sum, { detail }) => sum + Buffer.byteLength(detail), 0);
  if (bytes > maxOutboxItemBytes) {
    throw new PermanentFault(`the ${events.length} events of one commit take ${bytes} bytes, the limit is ${maxOutboxItemBytes}`);
  }
  const shard = createHash('sha256').update(commitId).digest().readUInt8(0) % outboxShards;
  return { pk: outboxPartition(shard), sk: commitId, events: packed };
}

/** A consumer handles one version of an event and drops the others, so none may be missing, and one `eventId` marks them all. */
function checkVersions(events: readonly NewEvent[]): void {
  for (const { type, eventId } of events) {
    for (const version of versionsOf(eventCatalogue[type].detailType)) {
      const isPublished =
        version === type || events.some((other) => other.type === version && other.eventId === eventId && eventId !== undefined);
      if (!isPublished) throw new PermanentFault(`${type} is published without ${version} under the same eventId`);
    }
  }
}

async function pack(event: NewEvent, cause: Cause): Promise<OutboxEvent> {
  const validate = eventValidators[event.type];
  if (!validate(event.data)) {
    const places = inputErrors(validate.errors).map(({ path, message }) => `${path} ${message}`);
    throw new PermanentFault(`${event.type} breaks its schema: ${places.join('; ')}`);
  }
  const { eventId = newId(event.occurredOn), type, data } = event;
  const eventData = await sealed({ type, eventId, organizationId: cause.organizationId, data });
  const detail = JSON.stringify(envelope(event, { eventId, eventData }, cause));
  if (Buffer.byteLength(detail) > maxEventBytes) {
    throw new PermanentFault(`${event.type} takes ${Buffer.byteLength(detail)} bytes, the limit is ${maxEventBytes}`);
  }
  return { detailType: eventCatalogue[event.type].detailType, detail };
}

function envelope(
  event: NewEvent,
  { eventId, eventData }: { eventId: string; eventData: object },
  cause: Cause,
): Omit<ReceivedEvent, 'eventData'> & { eventData: object } {
  const { typeName, version } = eventCatalogue[event.type];
  return {
    eventId,
    eventType: typeName,
    aggregateId: event.aggregateId,
    eventVersion: version,
    occurredOn: event.occurredOn,
    eventData,
    metadata: {
      correlationId: cause.correlationId,
      causationId: cause.causationId,
      organizationId: cause.organizationId,
      ...(cause.userId !== undefined && { userId: cause.userId }),
      traceparent: cause.traceparent,
      aggregateVersion: event.aggregateVersion,
    },
  };
}

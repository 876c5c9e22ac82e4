import { randomUUID } from 'node:crypto';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { type Cause, causeOf } from '../../functions/shared/cause.ts';
import type { DomainEvent } from '../../functions/shared/domain-event.ts';
import type { EventHandler, Handling } from '../../functions/shared/events/consume.ts';
import { commitsOf } from '../../functions/shared/store/commits.ts';
import type { Effects } from '../../functions/shared/store/write.ts';
import { eventCatalogue } from '../../generated/events/catalogue.ts';
import type { EventDataByType, EventType } from '../../generated/events/types.ts';
import { newEvent } from './event.ts';
import type { SealedEvent } from './personal-data.ts';

const sourceOf = (type: EventType) => `lonja.${type.split('.')[0]}`;

/** The body of an SQS message: an event as EventBridge brings it. */
export const eventBody = <Type extends EventType>(
  type: Type,
  event: DomainEvent<Type> | SealedEvent,
  more: object = {},
): string =>
  JSON.stringify({
    version: '0',
    id: randomUUID(),
    'detail-type': eventCatalogue[type].detailType,
    source: sourceOf(type),
    detail: event,
    ...more,
  });

/** A message as a queue delivers it, for the `receives`-th time. */
export const sqsRecord = (body: string, receives = 1): SQSRecord => ({
  messageId: randomUUID(),
  receiptHandle: 'receipt',
  body,
  attributes: {
    ApproximateReceiveCount: String(receives),
    SentTimestamp: String(Date.now()),
    SenderId: 'sender',
    ApproximateFirstReceiveTimestamp: String(Date.now()),
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:queue-under-test',
  awsRegion: 'us-east-1',
});

/** A batch of events, one record each: for tests that run a whole consumer. */
export const sqsBatch = (...bodies: readonly string[]): SQSEvent => ({ Records: bodies.map((body) => sqsRecord(body)) });

/** Runs the handler of an event without its edge: nothing of what it returns is stored. */
export async function runConsumer<Type extends EventType>(
  handler: EventHandler<Type>,
  event: DomainEvent<Type>,
  at = new Date().toISOString(),
): Promise<Effects | undefined> {
  const cause: Cause = causeOf(event);
  const handling: Handling = {
    at,
    organizationId: cause.organizationId,
    detailType: eventCatalogue[handler.type].detailType,
    source: sourceOf(handler.type),
    cause,
  };
  const handled = { consumer: 'consumer-under-test', eventId: event.eventId };
  return handler.run(event, handling, { ...commitsOf(cause, handled), unmarked: commitsOf(cause) });
}

/** An event of an organization, with its aggregate's version. */
export function eventOf<Type extends EventType>(
  organizationId: string,
  type: Type,
  aggregateId: string,
  eventData: EventDataByType[Type],
  aggregateVersion = 1,
): DomainEvent<Type> {
  const event = newEvent({ organizationId }, type, aggregateId, eventData);
  return { ...event, eventType: eventCatalogue[type].typeName, metadata: { ...event.metadata, aggregateVersion } };
}

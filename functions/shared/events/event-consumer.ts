import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { type ConsumerName, consumers } from '../../../events-schemas/topology.ts';
import type { EventType } from '../../../generated/events/types.ts';
import { type Cause, causeOf } from '../cause.ts';
import { environment } from '../environment.ts';
import { causeText, PermanentFault } from '../faults.ts';
import { log } from '../log.ts';
import { buryMessage, retryLater } from './dead-letter.ts';
import { type Delivery, readDelivery } from './delivery.ts';
import type { DomainEvent } from './events.ts';

/** What a domain does with one type of event. `commit` with this cause records the event as handled together with its effect. */
export type EventHandler<Type extends EventType> = (event: DomainEvent<Type>, cause: Cause, delivery: Delivery) => Promise<void>;

type Declared = typeof consumers;
/** A handler for each declared type; one for all where the declaration says every event. */
type HandlersOf<Name extends ConsumerName> = Declared[Name]['events'] extends readonly EventType[]
  ? { [Type in Declared[Name]['events'][number]]: EventHandler<Type> }
  : EventHandler<EventType>;

/** Types one handler by the event it handles. */
export function consume<Type extends EventType>(_type: Type, handle: EventHandler<Type>): EventHandler<Type> {
  return handle;
}

/**
 * The SQS Lambda of a declared consumer. Each message stands alone: what is malformed or fails for good goes to the dead-letter
 * queue with its cause, what fails for now comes back later (visibility back-off), and its neighbours are handled all the same.
 */
export function eventConsumer<Name extends ConsumerName>(
  consumer: Name,
  handlers: HandlersOf<Name>,
): (batch: SQSEvent) => Promise<SQSBatchResponse> {
  const { replayable } = consumers[consumer];
  return sqsConsumer(consumer, async (record) => {
    const delivery = readDelivery(record.body);
    const { event, detailType } = delivery;
    if (delivery.replayName !== undefined && !replayable)
      return { eventId: event.eventId, dropped: `replay ${delivery.replayName}` };
    // Keyed by type, and `readDelivery` checked that this event is of its type.
    const handle = handlerFor(handlers, detailType);
    if (handle === undefined) throw new PermanentFault(`${consumer} does not consume ${detailType}`);
    await handle(event, causeOf(event, consumer), delivery);
    return {
      detailType,
      eventId: event.eventId,
      correlationId: event.metadata.correlationId,
      traceparent: event.metadata.traceparent,
    };
  });
}

/** The same care for a queue whose messages are not domain events; `handle` answers what the log line says of the message. */
export function sqsConsumer(
  consumer: string,
  handle: (record: SQSRecord) => Promise<Record<string, string | undefined>>,
): (batch: SQSEvent) => Promise<SQSBatchResponse> {
  return async ({ Records }) => {
    const failed = await Promise.all(Records.map((record) => handleRecord(consumer, record, handle)));
    return { batchItemFailures: failed.flatMap((itemIdentifier) => (itemIdentifier === undefined ? [] : [{ itemIdentifier }])) };
  };
}

async function handleRecord(
  consumer: string,
  record: SQSRecord,
  handle: (record: SQSRecord) => Promise<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const startedAt = performance.now();
  const durationMs = () => Math.round(performance.now() - startedAt);
  try {
    log.info('message handled', { consumer, ...(await handle(record)), durationMs: durationMs() });
    return undefined;
  } catch (thrown) {
    return putAside(consumer, record, thrown, durationMs()).catch((unreachable: unknown) => {
      // The queue itself is out of reach: its visibility time-out brings the message back, and its neighbours stay handled.
      log.error('message could not be put aside', { consumer, messageId: record.messageId, cause: causeText(unreachable) });
      return record.messageId;
    });
  }
}

/** To the dead-letter queue, or hidden for a while; answers the id of a message that is to come back. */
async function putAside(consumer: string, record: SQSRecord, thrown: unknown, durationMs: number): Promise<string | undefined> {
  const cause = causeText(thrown);
  const receives = Number(record.attributes.ApproximateReceiveCount);
  const told = { consumer, messageId: record.messageId, receives, cause, correlationId: correlationIn(record.body), durationMs };
  if (thrown instanceof PermanentFault || receives >= Number(environment('MAX_RECEIVE_COUNT'))) {
    log.error('message sent to the dead-letter queue', told);
    await buryMessage(record, { consumer, cause });
    return undefined;
  }
  log.warn('message comes back later', told);
  await retryLater(record, receives);
  return record.messageId;
}

function handlerFor(handlers: object, detailType: EventType): EventHandler<EventType> | undefined {
  return isForEvery(handlers) ? handlers : Reflect.get(handlers, detailType);
}

const isForEvery = (handlers: object): handlers is EventHandler<EventType> => typeof handlers === 'function';

/** For the log line of a message that may be malformed. */
const correlationIn = (body: string) => /"correlationId":"([A-Za-z0-9_-]{8,64})"/.exec(body)?.[1];

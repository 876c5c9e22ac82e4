import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { EventType } from '../../../generated/events/types.ts';
import { causeOf } from '../cause.ts';
import type { ConsumerDeclaration } from '../domain.ts';
import { PermanentFault } from '../faults.ts';
import { decideAndCommit } from '../store/commit.ts';
import { commitsOf, hasEffects } from '../store/commits.ts';
import type { EventHandler, EveryEventHandler, Handling } from './consume.ts';
import { type Delivery, eventNameOf, openEvent, readDelivery, versionsOf } from './delivery.ts';
import { type RecordContext, sqsConsumer } from './sqs-consumer.ts';

type Consumers = Readonly<Record<string, ConsumerDeclaration>>;
/** A handler for each event that the domain declares for this consumer; one left out does not compile. */
type Handlers<Consumer extends ConsumerDeclaration> = Consumer['events'] extends readonly EventType[]
  ? { [Type in Consumer['events'][number]]: EventHandler<Type> }
  : { 'every-event': EveryEventHandler };

/** The SQS Lambda of a consumer that the domain declares in its `domain.ts`. */
export function eventConsumer<Declared extends Consumers, Name extends keyof Declared & string>(
  { consumers }: { consumers: Declared },
  consumer: Name,
  handlers: Handlers<Declared[Name]>,
): (batch: SQSEvent) => Promise<SQSBatchResponse> {
  const { replayable, may = [] } = consumers[consumer] ?? { replayable: false };
  const mayOpen = may.includes('open-personal-data');
  const byName = new Map<string, EveryEventHandler>(Object.entries(handlers));
  const everyEvent = byName.get('every-event');
  return sqsConsumer(consumer, async (record, context) => {
    const delivery = readDelivery(record.body);
    const { event, replayName } = delivery;
    describe(context, delivery);
    if (replayName !== undefined && !replayable) {
      context.line.dropped = `replay ${replayName}`;
      return;
    }
    const handled = { consumer, eventId: event.eventId };
    if (everyEvent !== undefined) return handle(everyEvent, delivery, handled);
    const type = eventNameOf(delivery);
    const handler = handlerOf(type, delivery, byName, consumer);
    if (handler === undefined) {
      context.line.dropped = `version ${event.eventVersion}: another version of it is handled`;
      return;
    }
    await handle(handler, { ...delivery, event: await openEvent(event, type, mayOpen) }, handled);
  });
}

/**
 * The handler of a delivered event. Undefined for a version that the consumer leaves to its handler of another version: all versions
 * of an event are published together (see `outboxItem`).
 */
function handlerOf(
  name: EventType,
  { detailType }: Delivery,
  byName: ReadonlyMap<string, EveryEventHandler>,
  consumer: string,
): EveryEventHandler | undefined {
  const handler = byName.get(name);
  if (handler === undefined && !versionsOf(detailType).some((version) => byName.has(version)))
    throw new PermanentFault(`${consumer} does not consume ${name}`);
  return handler;
}

async function handle(
  handler: EveryEventHandler,
  { event, detailType, source }: Delivery,
  handled: { consumer: string; eventId: string },
): Promise<void> {
  const cause = causeOf(event);
  const { organizationId } = cause;
  const handling: Handling = { at: new Date().toISOString(), organizationId, detailType, source, cause };
  const commits = { ...commitsOf(cause, handled), unmarked: commitsOf(cause) };
  await decideAndCommit(async () => {
    const effects = await handler.run(event, handling, commits);
    if (effects === undefined || !hasEffects(effects)) return { result: undefined };
    return { result: undefined, commit: { ...effects, cause: { ...cause, ...effects.cause }, handled } };
  });
}

function describe({ line }: RecordContext, { event, detailType }: Delivery): void {
  const { eventId, metadata } = event;
  Object.assign(line, { detailType, eventId, correlationId: metadata.correlationId, traceparent: metadata.traceparent });
}

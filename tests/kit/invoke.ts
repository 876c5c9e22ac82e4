import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { DomainEvent } from '../../functions/shared/domain-event.ts';
import { log } from '../../functions/shared/log.ts';
import type { EventDataByType, EventType } from '../../generated/events/types.ts';
import type { SagaOrder } from '../../generated/saga/types.ts';
import { eventBody, eventOf, sqsBatch } from './event-batch.ts';
import { lambdaContext } from './lambda-context.ts';
import { sealedEvent } from './personal-data.ts';
import { sagaOrder } from './saga-input.ts';

// For unit tests that run whole edges: their log lines are of no use in the report.
log.setLogLevel('SILENT');

/** The organization, the moment and the trace of whatever these tests send. */
export const organizationId = '0197a000-0000-7000-8000-0000000000aa';
export const anotherOrganizationId = '0197a000-0000-7000-8000-0000000000bb';
export const at = '2026-11-22T10:00:00.000Z';
export const trace = { correlationId: 'correlation-1', traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01` };

/** An event of the organization, of that moment and trace. */
export function anEvent<Type extends EventType>(
  type: Type,
  aggregateId: string,
  eventData: EventDataByType[Type],
  aggregateVersion = 1,
): DomainEvent<Type> {
  const event = eventOf(organizationId, type, aggregateId, eventData, aggregateVersion);
  return { ...event, occurredOn: at, metadata: { ...event.metadata, ...trace } };
}

type QueueLambda = (batch: SQSEvent) => Promise<SQSBatchResponse>;

/** Delivers an event to a consumer's whole edge, its sensitive fields sealed. @throws when the consumer could not handle it */
export const deliver = async <Type extends EventType>(
  handler: QueueLambda,
  type: Type,
  event: DomainEvent<Type>,
): Promise<void> => deliverBody(handler, eventBody(type, await sealedEvent(type, event)));

/** Delivers a message as it is. @throws when the consumer could not handle it */
export async function deliverBody(handler: QueueLambda, body: string): Promise<void> {
  const { batchItemFailures } = await handler(sqsBatch(body));
  if (batchItemFailures.length > 0) throw new Error('the message was not handled');
}

/** An order of the organization as its saga carries it: so many pieces of each product, 1.00 EUR each. */
export function sagaOrderOf(quantities: Readonly<Record<string, number>>, given: Partial<SagaOrder> = {}): SagaOrder {
  const lines = Object.entries(quantities).map(([productId, quantity]) => ({
    productId,
    localId: '0193a000-0000-7000-8000-0000000000ff',
    name: 'Product',
    quantity,
    unitPrice: { amountMinor: 100, currency: 'EUR' },
  }));
  const amountMinor = 100 * lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return sagaOrder({ organizationId, ...trace, lines, totalAmount: { amountMinor, currency: 'EUR' }, ...given });
}

/** Calls a task as the state machine does. */
export const callTask = <Answer>(
  handler: (input: unknown, context: Context) => Promise<Answer>,
  input: SagaOrder,
): Promise<Answer> => handler(input, lambdaContext());

/** Runs a job that was due at this moment. */
export const runJob = <Done>(
  handler: (event: { time: string }, context: Context) => Promise<Done>,
  time: string,
): Promise<Done> => handler({ time }, lambdaContext());

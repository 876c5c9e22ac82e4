import { sqsConsumer } from '../shared/event-consumer.ts';
import { childTraceparent } from '../shared/trace.ts';
import { cancelForSaga } from './cancel-stored-order.ts';
import { endedExecutionFrom } from './ended-execution.ts';

/**
 * Takes up the orders of sagas that failed, timed out or were stopped: what is pending is cancelled, and order.cancelled makes
 * inventory and payment undo their parts. An order that stands is left alone.
 */
export const handler = sqsConsumer('order-reconciler', async ({ body }) => {
  const { eventId, status, order } = endedExecutionFrom(body);
  const { orderId, organizationId, correlationId } = order;
  const traceparent = childTraceparent(order.traceparent);
  const outcome = await cancelForSaga(
    { orderId, reason: `saga-${status.toLowerCase().replaceAll('_', '-')}`, at: new Date().toISOString() },
    { correlationId, traceparent, organizationId, causationId: eventId },
  );
  return { orderId, correlationId, traceparent, status, outcome };
});

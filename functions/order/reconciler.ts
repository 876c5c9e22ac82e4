import { sqsConsumer } from '../shared/events/event-consumer.ts';
import { childTraceparent } from '../shared/trace.ts';
import { endedExecutionFrom } from './model/ended-execution.ts';
import { cancelOrder } from './model/order.ts';
import { changeOrder } from './store/order-table.ts';

/**
 * Takes up the orders of sagas that failed, timed out or were stopped: what is pending is cancelled, and order.cancelled makes
 * inventory and payment undo their parts. An order that stands is left alone.
 */
export const handler = sqsConsumer('order-reconciler', async ({ body }) => {
  const { eventId, status, order: started } = endedExecutionFrom(body);
  const { orderId, organizationId, correlationId } = started;
  const cause = { correlationId, traceparent: childTraceparent(started.traceparent), organizationId, causationId: eventId };
  const reason = `saga-${status.toLowerCase().replaceAll('_', '-')}`;
  const at = new Date().toISOString();
  const outcome = await changeOrder(orderId, cause, (order) => cancelOrder(order, { by: 'saga', reason, at }));
  return { orderId, correlationId, traceparent: cause.traceparent, status, outcome };
});

import { sqsConsumer } from '../shared/events/sqs-consumer.ts';
import { commitsOf } from '../shared/store/commits.ts';
import { childTraceparent } from '../shared/trace.ts';
import { endedExecutionFrom } from './model/ended-execution.ts';
import { decideCancellation } from './model/order.ts';
import { cancellationEffects, requireOrder } from './store/order-table.ts';

/**
 * Takes over the orders of sagas that failed, timed out or were stopped: a pending order is cancelled, and order.cancelled makes
 * inventory and payment undo their parts. Any other order is left alone.
 */
export const handler = sqsConsumer('order-reconciler', async ({ body }, { line }) => {
  const { eventId, status, order: started } = endedExecutionFrom(body);
  const { orderId, organizationId, correlationId } = started;
  const traceparent = childTraceparent(started.traceparent);
  const reason = `saga-${status.toLowerCase().replaceAll('_', '-')}`;
  const at = new Date().toISOString();
  const cause = { correlationId, traceparent, organizationId, causationId: eventId };
  const outcome = await commitsOf(cause).decided(async () => {
    const order = await requireOrder(organizationId, orderId);
    const { outcome, change } = decideCancellation(order, { by: 'saga', reason, at });
    return { result: outcome, ...(change && cancellationEffects(organizationId, change, order)) };
  });
  Object.assign(line, { orderId, correlationId, traceparent, status, outcome });
});

import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import { startSaga } from '../store/saga-client.ts';

/** Starts the order's saga. Its input is made from the event alone, so that a second delivery makes the same input. */
export const onOrderCreated = consumeWithOwnCommit('order.created', async ({ eventId, eventData, metadata }) => {
  const { orderId, customerId, items, totalAmount, paymentMethod } = eventData;
  const { organizationId, correlationId, traceparent } = metadata;
  await startSaga({
    orderId,
    organizationId,
    customerId,
    lines: items,
    totalAmount,
    paymentMethod,
    correlationId,
    traceparent,
    causationId: eventId,
  });
});

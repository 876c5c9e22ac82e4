import { consume } from '../../shared/events/event-consumer.ts';
import { startSaga } from '../store/saga-client.ts';

/** Starts the order's saga. Its input is made of the event alone, so that a second delivery makes the very same. */
export const onOrderCreated = consume('order.created', async ({ eventId, eventData, metadata }) => {
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

import { consume } from '../../shared/event-consumer.ts';
import { cancelAndStore } from '../cancel-and-store.ts';
import { answerCancellationRequest } from '../shipment.ts';

/** Lets the shipment decide on a cancellation that came after the confirmation. */
export const onOrderCancellationRequested = consume('order.cancellation.requested', async ({ eventData }, cause) => {
  await cancelAndStore(answerCancellationRequest, eventData, cause);
});

import { consume } from '../../shared/events/event-consumer.ts';
import { reverseOwed } from '../store/reverse-owed.ts';

/** Gives back at once what the payment owes; what fails here is repeated by the queue, and by the job. */
export const onPaymentReversalRequested = consume('payment.reversal.requested', async ({ eventData }, cause) => {
  await reverseOwed(eventData.orderId, cause);
});

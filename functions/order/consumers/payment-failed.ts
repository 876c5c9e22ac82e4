import { consume } from '../../shared/events/event-consumer.ts';
import { entryOf } from '../model/timeline.ts';
import { addToTimeline } from '../store/timeline-table.ts';

/** Tells the timeline that a charge failed; what follows is the saga's to decide. */
export const onPaymentFailed = consume('payment.failed', async (event, cause, { detailType }) => {
  const { orderId, attempt, reason, retryable } = event.eventData;
  await addToTimeline(
    cause,
    orderId,
    entryOf(event, detailType, `Payment attempt ${attempt} failed ${retryable ? 'for now' : 'for good'}: ${reason}`),
  );
});

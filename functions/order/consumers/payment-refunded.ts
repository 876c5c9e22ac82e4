import { consume } from '../../shared/events/event-consumer.ts';
import { entryOf, moneyText } from '../model/timeline.ts';
import { addToTimeline } from '../store/timeline-table.ts';

/** Tells the timeline that money went back. */
export const onPaymentRefunded = consume('payment.refunded', async (event, cause, { detailType }) => {
  const { orderId, attempt, amount } = event.eventData;
  await addToTimeline(cause, orderId, entryOf(event, detailType, `Payment attempt ${attempt} refunded: ${moneyText(amount)}`));
});

import { consume } from '../../shared/events/event-consumer.ts';
import { entryOf, moneyText } from '../model/timeline.ts';
import { addToTimeline } from '../store/timeline-table.ts';

/** Tells the timeline that the charge is through; the order is confirmed by its saga, not here. */
export const onPaymentCompleted = consume('payment.completed', async (event, cause, { detailType }) => {
  const { orderId, attempt, amount } = event.eventData;
  await addToTimeline(cause, orderId, entryOf(event, detailType, `Payment attempt ${attempt} completed: ${moneyText(amount)}`));
});

import { consume } from '../../shared/events/event-consumer.ts';
import { entryOf, moneyText } from '../model/timeline.ts';
import { addToTimeline } from '../store/timeline-table.ts';

/** Tells the timeline that the provider was asked for a charge. */
export const onPaymentInitiated = consume('payment.initiated', async (event, cause, { detailType }) => {
  const { orderId, attempt, amount } = event.eventData;
  await addToTimeline(cause, orderId, entryOf(event, detailType, `Payment attempt ${attempt} initiated: ${moneyText(amount)}`));
});

import { consume } from '../../shared/events/consume.ts';
import { formatMoney } from '../../shared/money/format-money.ts';
import { timelineLine } from '../store/timeline-table.ts';

/** Shows on the timeline that the charge succeeded. It does not confirm the order: the saga does. */
export const onPaymentCompleted = consume('payment.completed', (event, handling) => {
  const { attempt, amount } = event.eventData;
  return timelineLine(event, handling, `Payment attempt ${attempt} completed: ${formatMoney(amount)}`);
});

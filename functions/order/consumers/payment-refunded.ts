import { consume } from '../../shared/events/consume.ts';
import { formatMoney } from '../../shared/money/format-money.ts';
import { timelineLine } from '../store/timeline-table.ts';

/** Shows on the timeline that a charge was refunded. */
export const onPaymentRefunded = consume('payment.refunded', (event, handling) => {
  const { attempt, amount } = event.eventData;
  return timelineLine(event, handling, `Payment attempt ${attempt} refunded: ${formatMoney(amount)}`);
});

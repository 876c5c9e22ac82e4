import { consume } from '../../shared/events/consume.ts';
import { formatMoney } from '../../shared/money/format-money.ts';
import { timelineLine } from '../store/timeline-table.ts';

/** Shows on the timeline that the provider was asked for a charge. */
export const onPaymentInitiated = consume('payment.initiated', (event, handling) => {
  const { attempt, amount } = event.eventData;
  return timelineLine(event, handling, `Payment attempt ${attempt} initiated: ${formatMoney(amount)}`);
});

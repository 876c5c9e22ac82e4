import { consume } from '../../shared/events/consume.ts';
import { formatMoney } from '../../shared/money/format-money.ts';
import { putPaymentId } from '../store/payment-id-table.ts';
import { timelineLine } from '../store/timeline-table.ts';

/** Shows on the timeline that the provider was asked for a charge, and remembers the payment for the details of the order. */
export const onPaymentInitiated = consume('payment.initiated', (event, handling) => {
  const { orderId, paymentId, attempt, amount } = event.eventData;
  const { writes } = timelineLine(event, handling, `Payment attempt ${attempt} initiated: ${formatMoney(amount)}`);
  return { writes: [...writes, putPaymentId(handling.organizationId, { orderId, paymentId })] };
});

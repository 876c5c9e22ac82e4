import { consume } from '../../shared/events/event-consumer.ts';
import { closePayment } from '../model/reversal.ts';
import { changePayment } from '../store/payment-table.ts';

/** Closes the payment of a cancelled order, whether its saga lives or not; before the payment, it leaves a tombstone. */
export const onOrderCancelled = consume('order.cancelled', async ({ eventData: { orderId } }, cause) => {
  const at = new Date().toISOString();
  await changePayment(orderId, cause, (stored) => ({ result: undefined, change: closePayment({ orderId, at }, stored) }));
});

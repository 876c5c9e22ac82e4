import { consume } from '../../shared/event-consumer.ts';
import { changePayment } from '../payment-table.ts';
import { closePayment } from '../reversal.ts';

/** Closes the payment of a cancelled order, whether its saga lives or not; before the payment, it leaves a tombstone. */
export const onOrderCancelled = consume('order.cancelled', async ({ eventData: { orderId } }, cause) => {
  const at = new Date().toISOString();
  await changePayment(orderId, cause, (stored) => ({ result: undefined, change: closePayment({ orderId, at }, stored) }));
});

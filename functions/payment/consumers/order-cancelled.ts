import { consume } from '../../shared/events/consume.ts';
import { decideClosing } from '../model/reversal.ts';
import { paymentEffects, payments } from '../store/payment-table.ts';

/** Closes the payment of a cancelled order, with or without a saga. If no payment has begun, it leaves a tombstone. */
export const onOrderCancelled = consume('order.cancelled', async ({ eventData: { orderId } }, handling) => {
  const stored = await payments.find(handling.organizationId, orderId);
  const change = decideClosing({ orderId, at: handling.at }, stored);
  return change && paymentEffects(handling, change, stored);
});

import { decideClosing } from '../model/reversal.ts';
import { type ChangeContext, paymentEffects, payments } from './payment-table.ts';

/** Closes an order's payment, however often it is asked to. If no payment has begun, it leaves a tombstone. */
export async function closingEffects(orderId: string, context: ChangeContext) {
  const stored = await payments.find(context.organizationId, orderId);
  const change = decideClosing({ orderId, at: context.at }, stored);
  return change && paymentEffects(context, change, stored);
}

import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { sagaTask } from '../../shared/saga/saga-task.ts';
import { decideClosing } from '../model/reversal.ts';
import { paymentEffects, payments } from '../store/payment-table.ts';

/** The saga's undo of ChargePayment: it closes the payment. The refund is payment's own job, and no saga waits for it. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId }, call) => {
  const stored = await payments.find(call.organizationId, orderId);
  const change = decideClosing({ orderId, at: call.at }, stored);
  return { answer: { outcome: 'done' as const }, ...(change && paymentEffects(call, change, stored)) };
});

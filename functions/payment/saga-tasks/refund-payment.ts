import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { sagaTask } from '../../shared/saga/saga-task.ts';
import { closePayment } from '../model/reversal.ts';
import { changePayment } from '../store/payment-table.ts';

/** The saga's undo of ChargePayment: closing is the commit. The money follows by payment's own job, no saga waits for it. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId }, cause) => {
  const at = new Date().toISOString();
  await changePayment(orderId, cause, (stored) => ({ result: undefined, change: closePayment({ orderId, at }, stored) }));
  return { outcome: 'done' as const };
});

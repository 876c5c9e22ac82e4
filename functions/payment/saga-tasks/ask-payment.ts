import { validateSagaOrder } from '../../../generated/saga/validators.mjs';
import { sagaTask } from '../../shared/saga-task.ts';
import { changePayment } from '../payment-table.ts';
import { askPayment } from '../reversal.ts';

/** After a time-out: says how the payment ended, or closes it and says `cancelled`. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId }, cause) => {
  const at = new Date().toISOString();
  return changePayment(orderId, cause, (stored) => {
    const { answer, change } = askPayment({ orderId, at }, stored);
    return { result: answer, change };
  });
});

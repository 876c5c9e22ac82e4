import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { sagaTask } from '../../shared/saga/saga-task.ts';
import { askPayment } from '../model/reversal.ts';
import { changePayment } from '../store/payment-table.ts';

/** After a time-out: says how the payment ended, or closes it and says `cancelled`. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId }, cause) => {
  const at = new Date().toISOString();
  return changePayment(orderId, cause, (stored) => {
    const { answer, change } = askPayment({ orderId, at }, stored);
    return { result: answer, change };
  });
});

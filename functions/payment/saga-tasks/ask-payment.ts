import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { sagaTask } from '../../shared/saga/saga-task.ts';
import { decideAnswer } from '../model/reversal.ts';
import { paymentEffects, payments } from '../store/payment-table.ts';

/** After a time-out: answers how the payment ended, or closes it and answers `cancelled`. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId }, call) => {
  const stored = await payments.find(call.organizationId, orderId);
  const { answer, change } = decideAnswer({ orderId, at: call.at }, stored);
  return { answer, ...(change && paymentEffects(call, change, stored)) };
});

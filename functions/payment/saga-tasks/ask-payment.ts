import { validateAskOrder } from '../../../generated/saga/validators.ts';
import { sagaTask } from '../../shared/saga/saga-task.ts';
import { decideAnswer } from '../model/reversal.ts';
import { paymentEffects, payments } from '../store/payment-table.ts';

/** After a time-out: answers how the attempt ended, or closes the payment and answers `cancelled`. */
export const handler = sagaTask(validateAskOrder, async ({ orderId, attempt }, call) => {
  const stored = await payments.find(call.organizationId, orderId);
  const { answer, change } = decideAnswer({ orderId, attempt, at: call.at }, stored);
  return { answer, ...(change && paymentEffects(call, change, stored)) };
});

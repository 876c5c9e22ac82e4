import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { sagaTask } from '../../shared/saga/saga-task.ts';
import { closingEffects } from '../store/closing.ts';

/** The saga's undo of ChargePayment: it closes the payment. The refund is payment's own job, and no saga waits for it. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId }, call) => ({
  answer: { outcome: 'done' as const },
  ...(await closingEffects(orderId, call)),
}));

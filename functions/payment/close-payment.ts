import { validateSagaOrder } from '../../generated/saga/validators.ts';
import { sagaTask } from '../shared/saga/saga-task.ts';
import { closingEffects } from './store/closing.ts';

/** Closes the payment of an order at once, for the functions that cancel orders. Its order.cancelled does the same a moment later. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId }, call) => ({
  answer: { outcome: 'done' as const },
  ...(await closingEffects(orderId, call)),
}));

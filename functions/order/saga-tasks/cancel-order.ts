import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { PermanentFault } from '../../shared/faults.ts';
import { sagaTask } from '../../shared/saga/saga-task.ts';
import { cancelOrder } from '../model/order.ts';
import { changeOrder } from '../store/order-table.ts';

/** The compensation's first step: only when it answers `cancelled` is anything undone. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId, reason }, cause) => {
  if (reason === undefined) throw new PermanentFault('cancel-order was called without a reason');
  const at = new Date().toISOString();
  return { outcome: await changeOrder(orderId, cause, (order) => cancelOrder(order, { by: 'saga', reason, at })) };
});

import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { PermanentFault } from '../../shared/faults.ts';
import { sagaTask } from '../../shared/saga/saga-task.ts';
import { confirmOrder } from '../model/order.ts';
import { changeOrder } from '../store/order-table.ts';

/** The order holds, unless its customer or its deadline was faster. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId, paymentId }, cause) => {
  if (paymentId === undefined) throw new PermanentFault('confirm-order was called without the payment');
  const at = new Date().toISOString();
  return { outcome: await changeOrder(orderId, cause, (order) => confirmOrder(order, { paymentId, at })) };
});

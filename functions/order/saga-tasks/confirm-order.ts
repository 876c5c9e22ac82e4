import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { PermanentFault } from '../../shared/faults.ts';
import { sagaTask } from '../../shared/saga/saga-task.ts';
import { decideConfirmation } from '../model/order.ts';
import { orderEffects, requireOrder } from '../store/order-table.ts';

/** Confirms the order, unless its customer or its deadline cancelled it first. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId, paymentId }, { organizationId, at }) => {
  if (paymentId === undefined) throw new PermanentFault('confirm-order was called without the payment');
  const order = await requireOrder(organizationId, orderId);
  const { outcome, change } = decideConfirmation(order, { paymentId, at });
  return { answer: { outcome }, ...(change && orderEffects(organizationId, change, order)) };
});

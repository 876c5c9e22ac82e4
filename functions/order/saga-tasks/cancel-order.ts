import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { PermanentFault } from '../../shared/faults.ts';
import { sagaTask } from '../../shared/saga/saga-task.ts';
import { decideCancellation } from '../model/order.ts';
import { orderEffects, requireOrder } from '../store/order-table.ts';

/** The first step of the compensation. The others only run if it answers `cancelled`. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId, reason }, { organizationId, at }) => {
  if (reason === undefined) throw new PermanentFault('cancel-order was called without a reason');
  const order = await requireOrder(organizationId, orderId);
  const { outcome, change } = decideCancellation(order, { by: 'saga', reason, at });
  return { answer: { outcome }, ...(change && orderEffects(organizationId, change, order)) };
});

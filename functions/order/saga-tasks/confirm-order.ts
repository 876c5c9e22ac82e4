import { validateSagaOrder } from '../../../generated/saga/validators.mjs';
import { readDecideCommit } from '../../shared/commit.ts';
import { PermanentFault } from '../../shared/faults.ts';
import { sagaTask } from '../../shared/saga-task.ts';
import { confirmOrder } from '../order.ts';
import { findOrder, orderCommit } from '../order-table.ts';

/** The order holds, unless its customer or its deadline was faster. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId, paymentId }, cause) => {
  if (paymentId === undefined) throw new PermanentFault('confirm-order was called without the payment');
  const at = new Date().toISOString();
  return readDecideCommit(async () => {
    const stored = await findOrder(cause.organizationId, orderId);
    if (stored === undefined) throw new PermanentFault(`there is no order ${orderId}`);
    const confirmation = confirmOrder(stored.order, { paymentId, at });
    const change = confirmation.outcome === 'confirmed' ? confirmation.change : undefined;
    return {
      result: { outcome: confirmation.outcome },
      ...(change && { commit: orderCommit(cause, change, stored.trace) }),
    };
  });
});

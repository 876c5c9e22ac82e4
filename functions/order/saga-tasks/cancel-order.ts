import { validateSagaOrder } from '../../../generated/saga/validators.mjs';
import { sagaTask } from '../../shared/saga-task.ts';
import { cancelForSaga } from '../cancel-stored-order.ts';

/** The compensation's first step: only when it answers `cancelled` is anything undone. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId, reason = 'saga' }, cause) => ({
  outcome: await cancelForSaga({ orderId, reason, at: new Date().toISOString() }, cause),
}));

import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { sagaTask } from '../../shared/saga/saga-task.ts';
import { releaseReservation } from '../store/reservation-table.ts';

/** The saga's undo of ReserveStock; it also runs when that step faulted, so it must be ready to find nothing. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId }, cause) => {
  await releaseReservation({ orderId, at: new Date().toISOString() }, cause);
  return { outcome: 'done' as const };
});

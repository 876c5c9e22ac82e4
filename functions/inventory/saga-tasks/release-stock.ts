import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { sagaTask } from '../../shared/saga/saga-task.ts';
import { releaseStock } from '../store/reservation-table.ts';

/** Undoes ReserveStock. It also runs after that step failed, so there may be nothing to undo. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId }, { organizationId, at, cause }) => ({
  answer: { outcome: 'done' as const },
  ...(await releaseStock(organizationId, { orderId, at, userId: cause.userId })),
}));

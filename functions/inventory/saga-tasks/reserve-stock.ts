import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { sagaTask } from '../../shared/saga/saga-task.ts';
import { readDecideCommit } from '../../shared/store/commit.ts';
import { reserve } from '../model/reservation.ts';
import { findReservation, reservationCommit } from '../store/reservation-table.ts';
import { findStocks } from '../store/stock-table.ts';

/** Puts the stock of an order aside, all lines or none, keyed by the order: asked again, it answers the same. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId, lines }, cause) => {
  const { organizationId } = cause;
  const at = new Date().toISOString();
  const productIds = [...new Set(lines.map(({ productId }) => productId))];
  return readDecideCommit(async () => {
    const [stored, stocks] = await Promise.all([
      findReservation(organizationId, orderId),
      findStocks(organizationId, productIds),
    ]);
    const reserving = reserve({ orderId, lines, at }, stored, stocks);
    // Not a rejection: product.created is still on its way, so the platform asks again.
    if (reserving.outcome === 'stock-not-open') throw new StockNotOpenError(reserving.productIds);
    const { answer, change } = reserving;
    return { result: answer, ...(change && { commit: reservationCommit(cause, change) }) };
  });
});

class StockNotOpenError extends Error {
  override readonly name = 'StockNotOpenError';
  constructor(productIds: readonly string[]) {
    super(`no stock yet of ${productIds.join(', ')}`);
  }
}

import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { environment } from '../../shared/environment.ts';
import { sagaTask } from '../../shared/saga/saga-task.ts';
import { expiryOf } from '../model/expiry.ts';
import { decideReservation } from '../model/reservation.ts';
import { reservationEffects, reservations } from '../store/reservation-table.ts';
import { stocks } from '../store/stock-table.ts';

/** Reserves the stock of an order, all lines or none. It is keyed by the order, so a repeated call gets the same answer. */
export const handler = sagaTask(validateSagaOrder, async ({ orderId, lines }, { organizationId, at, cause }) => {
  const productIds = lines.map(({ productId }) => productId);
  const [stored, found] = await Promise.all([
    reservations.find(organizationId, orderId),
    stocks.findAll(organizationId, productIds),
  ]);
  const expiresAt = expiryOf(at, Number(environment('ORDER_DEADLINE_MINUTES')));
  const { correlationId, traceparent, userId } = cause;
  const command = { orderId, lines, at, userId, expiresAt, trace: { correlationId, traceparent } };
  const decided = decideReservation(command, stored, found);
  // This is no rejection: product.created has not arrived yet, so the state machine tries again later.
  if (decided.outcome === 'stock-not-open') throw new StockNotOpenError(decided.productIds);
  const { answer, change } = decided;
  return { answer, ...(change && reservationEffects(organizationId, change)) };
});

class StockNotOpenError extends Error {
  override readonly name = 'StockNotOpenError';
  constructor(productIds: readonly string[]) {
    super(`no stock yet of ${productIds.join(', ')}`);
  }
}

import type { Cause } from '../shared/cause.ts';
import { readDecideCommit } from '../shared/commit.ts';
import { release } from './reservation.ts';
import { findReservation, reservationCommit } from './reservation-table.ts';
import { findStocks } from './stock-table.ts';

/**
 * Gives the stock of an order back, once, whether the saga or order.cancelled asks, and whoever comes first.
 * @throws {ContendedError} when other writers came first each time: ask again
 */
export function releaseReservation(orderId: string, cause: Cause): Promise<void> {
  const { organizationId } = cause;
  const at = new Date().toISOString();
  return readDecideCommit(async () => {
    const stored = await findReservation(organizationId, orderId);
    const productIds = stored?.status === 'reserved' ? stored.lines.map(({ productId }) => productId) : [];
    const change = release({ orderId, at }, stored, await findStocks(organizationId, productIds));
    return { result: undefined, ...(change && { commit: reservationCommit(cause, change) }) };
  });
}

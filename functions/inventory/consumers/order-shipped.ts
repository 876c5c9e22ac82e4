import { consume } from '../../shared/events/consume.ts';
import { PermanentFault } from '../../shared/faults.ts';
import { decideShipment } from '../model/reservation.ts';
import { readReserved, reservationEffects } from '../store/reservation-table.ts';

/**
 * Turns the reserved stock of an order into shipped stock, once for each order. A reservation is committed here long before its order
 * can leave, so without one the event is delivered again, and one that was released contradicts it.
 */
export const onOrderShipped = consume('order.shipped', async ({ eventData: { orderId } }, { organizationId, at, cause }) => {
  const { stored, reserved } = await readReserved(organizationId, orderId);
  const decision = decideShipment({ orderId, at, userId: cause.userId }, stored, reserved);
  if (decision.outcome === 'shipped') return decision.change && reservationEffects(organizationId, decision.change);
  if (decision.status === 'none') throw new NotYetReservedError(`nothing is reserved for order ${orderId}`);
  throw new PermanentFault(`order ${orderId} was shipped, and its reservation is ${decision.status}`);
});

class NotYetReservedError extends Error {
  override readonly name = 'NotYetReservedError';
}

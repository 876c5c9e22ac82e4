import { consume } from '../../../shared/events/consume.ts';
import { decideExpiry } from '../../model/order.ts';
import { cancellationEffects, orders } from '../../store/order-table.ts';
import { findCancellation } from '../../store/timeline-table.ts';

/**
 * Inventory asks about a reservation that is older than its order may take. An order that is pending past its deadline is cancelled.
 * For one that was cancelled before, inventory missed order.cancelled: it is published again with the same event id, so that only
 * those who have not handled it do. Any other order keeps its reservation.
 */
export const onReservationExpired = consume('inventory.reservation.expired', async ({ eventData }, { organizationId, at }) => {
  const order = await orders.find(organizationId, eventData.orderId);
  if (order === undefined) return undefined;
  const expiry = decideExpiry(order, at);
  switch (expiry.outcome) {
    case 'cancelled':
      return cancellationEffects(organizationId, expiry.change, order);
    case 'cancelled-before': {
      const eventId = await findCancellation(organizationId, order.orderId);
      return { publish: [{ ...expiry.event, ...(eventId !== undefined && { eventId }) }] };
    }
    case 'kept':
      return undefined;
  }
});

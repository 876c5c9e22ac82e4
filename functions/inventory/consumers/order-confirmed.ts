import { consume } from '../../shared/events/consume.ts';
import { decideConfirmation } from '../model/expiry.ts';
import { reservationEffects, reservations } from '../store/reservation-table.ts';

/** A confirmed order keeps its stock however old the reservation is: it is not asked about it any more. */
export const onOrderConfirmed = consume('order.confirmed', async ({ eventData: { orderId } }, { organizationId }) => {
  const change = decideConfirmation(await reservations.find(organizationId, orderId));
  return change && reservationEffects(organizationId, change);
});

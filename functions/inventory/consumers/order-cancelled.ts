import { consume } from '../../shared/events/event-consumer.ts';
import { releaseReservation } from '../store/reservation-table.ts';

/** Gives the stock of a cancelled order back to the shelf; before the reservation, it leaves a tombstone. */
export const onOrderCancelled = consume('order.cancelled', async ({ eventData }, cause) => {
  await releaseReservation({ orderId: eventData.orderId, at: new Date().toISOString() }, cause);
});

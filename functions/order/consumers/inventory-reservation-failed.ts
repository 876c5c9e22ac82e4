import { consume } from '../../shared/events/event-consumer.ts';
import { counted, entryOf } from '../model/timeline.ts';
import { addToTimeline } from '../store/timeline-table.ts';

/** Tells the timeline that a line is out of stock, so none was put aside. */
export const onReservationFailed = consume('inventory.reservation.failed', async (event, cause, { detailType }) => {
  const { orderId, reason, failedItems } = event.eventData;
  await addToTimeline(
    cause,
    orderId,
    entryOf(event, detailType, `Stock not reserved (${reason}): ${counted(failedItems.length, 'product')} short`),
  );
});

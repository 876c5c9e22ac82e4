import { consume } from '../../shared/events/event-consumer.ts';
import { counted, entryOf } from '../model/timeline.ts';
import { addToTimeline } from '../store/timeline-table.ts';

/** Tells the timeline that the stock of every line is put aside. */
export const onStockReserved = consume('inventory.reserved', async (event, cause, { detailType }) => {
  const { orderId, reservations } = event.eventData;
  await addToTimeline(cause, orderId, entryOf(event, detailType, `Stock reserved: ${counted(reservations.length, 'product')}`));
});

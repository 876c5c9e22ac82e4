import { consume } from '../../shared/events/event-consumer.ts';
import { counted, entryOf } from '../model/timeline.ts';
import { addToTimeline } from '../store/timeline-table.ts';

/** Tells the timeline that the stock went back to the shelf. */
export const onStockReleased = consume('inventory.released', async (event, cause, { detailType }) => {
  const { orderId, releases } = event.eventData;
  await addToTimeline(cause, orderId, entryOf(event, detailType, `Stock released: ${counted(releases.length, 'product')}`));
});

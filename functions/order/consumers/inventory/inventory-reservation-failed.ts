import { consume } from '../../../shared/events/consume.ts';
import { counted } from '../../model/timeline.ts';
import { timelineLine } from '../../store/timeline-table.ts';

/** Shows on the timeline that a line is out of stock, so nothing was reserved. */
export const onReservationFailed = consume('inventory.reservation.failed', (event, handling) => {
  const { reason, failedItems } = event.eventData;
  return timelineLine(event, handling, `Stock not reserved (${reason}): ${counted(failedItems.length, 'product')} short`);
});

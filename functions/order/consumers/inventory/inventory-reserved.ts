import { consume } from '../../../shared/events/consume.ts';
import { counted } from '../../model/timeline.ts';
import { timelineLine } from '../../store/timeline-table.ts';

/** Shows on the timeline that the stock of every line is reserved. */
export const onStockReserved = consume('inventory.reserved', (event, handling) => {
  const { reservations } = event.eventData;
  return timelineLine(event, handling, `Stock reserved: ${counted(reservations.length, 'product')}`);
});

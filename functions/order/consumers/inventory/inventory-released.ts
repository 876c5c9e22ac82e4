import { consume } from '../../../shared/events/consume.ts';
import { counted } from '../../model/timeline.ts';
import { timelineLine } from '../../store/timeline-table.ts';

/** Shows on the timeline that the stock is back on the shelf. */
export const onStockReleased = consume('inventory.released', (event, handling) => {
  const { releases } = event.eventData;
  return timelineLine(event, handling, `Stock released: ${counted(releases.length, 'product')}`);
});

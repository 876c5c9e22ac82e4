import { consume } from '../../../shared/events/consume.ts';
import { endSummary } from '../../model/shipment-summary.ts';
import { timelineLine } from '../../store/timeline-table.ts';

/** Shows on the timeline that a parcel went back to its shop. The order stays shipped: its staff settle it with the customer. */
export const onShipmentReturned = consume('shipping.returned', (event, handling) =>
  timelineLine(event, handling, endSummary(event.eventData, 'returned to its shop')),
);

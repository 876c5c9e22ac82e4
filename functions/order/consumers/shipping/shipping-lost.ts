import { consume } from '../../../shared/events/consume.ts';
import { endSummary } from '../../model/shipment-summary.ts';
import { timelineLine } from '../../store/timeline-table.ts';

/** Shows on the timeline that a parcel was lost. The order stays shipped: its staff settle it with the customer. */
export const onShipmentLost = consume('shipping.lost', (event, handling) =>
  timelineLine(event, handling, endSummary(event.eventData, 'lost')),
);

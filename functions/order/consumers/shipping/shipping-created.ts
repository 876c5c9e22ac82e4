import { consume } from '../../../shared/events/consume.ts';
import { shipmentSummary } from '../../model/shipment-summary.ts';
import { timelineLine } from '../../store/timeline-table.ts';

/** Shows on the timeline how the order reaches its customer. */
export const onShipmentCreated = consume('shipping.created', (event, handling) =>
  timelineLine(event, handling, shipmentSummary(event.eventData)),
);

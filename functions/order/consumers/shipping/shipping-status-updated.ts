import { consume } from '../../../shared/events/consume.ts';
import { parcelSummary } from '../../model/shipment-summary.ts';
import { decideShipped } from '../../model/shipping.ts';
import { changeWithLines } from '../../store/shipping-changes.ts';
import { timelineLine } from '../../store/timeline-table.ts';

/** A parcel moved. With the first one that leaves, the order is shipped, also one whose customer asked to cancel it. */
export const onShipmentStatusUpdated = consume('shipping.status.updated', (event, handling) => {
  const { orderId, method, trackingNumber, carrier, occurredAt: shippedAt, status } = event.eventData;
  const departure = {
    ...{ method, shippedAt, at: handling.at },
    ...(trackingNumber !== undefined && { trackingNumber }),
    ...(carrier !== undefined && { carrier }),
  };
  const summary = parcelSummary(event.eventData);
  const lines = summary === undefined ? [] : timelineLine(event, handling, summary).writes;
  const hasLeft = status !== 'created' && status !== 'cancelled';
  return changeWithLines(orderId, handling, lines, (order) => (hasLeft ? decideShipped(order, departure) : undefined));
});

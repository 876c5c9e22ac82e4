import { consume } from '../../../shared/events/consume.ts';
import { shipmentCancelled } from '../../model/order.ts';
import { changeWithLines } from '../../store/shipping-changes.ts';
import { timelineLine } from '../../store/timeline-table.ts';

/** Cancels an order that waits for the shipment's decision. Any other order only gets a line on its timeline. */
export const onShipmentCancelled = consume('shipping.cancelled', (event, handling) => {
  const { orderId, reason } = event.eventData;
  const { writes } = timelineLine(event, handling, `Shipment cancelled: ${reason}`);
  return changeWithLines(orderId, handling, writes, (order) => shipmentCancelled(order, handling.at));
});

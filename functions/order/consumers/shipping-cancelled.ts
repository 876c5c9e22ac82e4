import { consume } from '../../shared/events/consume.ts';
import { shipmentCancelled } from '../model/order.ts';
import { orderEffects, orders } from '../store/order-table.ts';
import { timelineLine } from '../store/timeline-table.ts';

/** The shipment decided: an order that waited for it is cancelled. For any other order this is a line on the timeline. */
export const onShipmentCancelled = consume('shipping.cancelled', async (event, handling) => {
  const { orderId, reason } = event.eventData;
  const { organizationId, at } = handling;
  const line = timelineLine(event, handling, `Shipment cancelled: ${reason}`);
  const order = await orders.find(organizationId, orderId);
  const change = order && shipmentCancelled(order, at);
  if (order === undefined || change === undefined) return line;
  const { writes, publish } = orderEffects(organizationId, change, order);
  return { writes: [...writes, ...line.writes], publish };
});

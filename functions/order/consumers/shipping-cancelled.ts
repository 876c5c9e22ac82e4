import { consume } from '../../shared/events/consume.ts';
import { shipmentCancelled } from '../model/order.ts';
import { orderEffects, orders } from '../store/order-table.ts';
import { timelineLine } from '../store/timeline-table.ts';

/** Cancels an order that waits for the shipment's decision. Any other order only gets a line on its timeline. */
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

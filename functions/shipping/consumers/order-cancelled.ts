import { consume } from '../../shared/events/consume.ts';
import { newId } from '../../shared/ids.ts';
import { decideCancellation } from '../model/shipment.ts';
import { shipmentEffects, shipments } from '../store/shipment-table.ts';

/** Nothing of a cancelled order is sent, even if its order.confirmed arrives later. */
export const onOrderCancelled = consume('order.cancelled', async ({ eventData: { orderId } }, { organizationId, at }) => {
  const stored = await shipments.find(organizationId, orderId);
  return shipmentEffects(organizationId, decideCancellation({ orderId, shipmentId: newId(at) }, stored));
});

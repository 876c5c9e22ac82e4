import { consume } from '../../shared/events/consume.ts';
import { newId } from '../../shared/ids.ts';
import { decideCancellationRequest } from '../model/shipment.ts';
import { shipmentEffects, shipments } from '../store/shipment-table.ts';

/** The customer asked to cancel a confirmed order: the shipment decides. */
export const onOrderCancellationRequested = consume(
  'order.cancellation.requested',
  async ({ eventData: { orderId, reason } }, { organizationId, at }) => {
    const stored = await shipments.find(organizationId, orderId);
    return shipmentEffects(organizationId, decideCancellationRequest({ orderId, reason, shipmentId: newId(at), at }, stored));
  },
);

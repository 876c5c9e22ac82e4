import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import { newId } from '../../shared/ids.ts';
import { decideCancellationRequest } from '../model/cancellation.ts';
import { settleAtOnce } from '../store/settlements.ts';
import { shipmentEffects, shipments } from '../store/shipment-table.ts';

/** The customer asked to cancel a confirmed order: the shipment decides. Its parcels are then cancelled at the carrier too. */
export const onOrderCancellationRequested = consumeWithOwnCommit(
  'order.cancellation.requested',
  async ({ eventData: { orderId, reason, asked = 1 } }, handling, commits) => {
    const { organizationId, at } = handling;
    await commits.decided(async () => {
      const stored = await shipments.find(organizationId, orderId);
      const cancellation = decideCancellationRequest({ orderId, reason, shipmentId: newId(at), at, asked }, stored);
      if (cancellation.outcome !== 'cancelled') return { result: undefined, publish: cancellation.answer };
      return { result: undefined, ...shipmentEffects(handling, cancellation.change, stored) };
    });
    await settleAtOnce(orderId, handling, commits.unmarked);
  },
);

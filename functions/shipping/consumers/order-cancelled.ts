import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import { newId } from '../../shared/ids.ts';
import { decideCancellation } from '../model/cancellation.ts';
import { settleAtOnce } from '../store/settlements.ts';
import { shipmentEffects, shipments } from '../store/shipment-table.ts';

/** Nothing of a cancelled order is sent, even if its order.confirmed arrives later. */
export const onOrderCancelled = consumeWithOwnCommit('order.cancelled', async ({ eventData }, handling, commits) => {
  const { orderId, reason } = eventData;
  const { organizationId, at } = handling;
  await commits.decided(async () => {
    const stored = await shipments.find(organizationId, orderId);
    const cancellation = decideCancellation({ orderId, shipmentId: newId(at), reason, at }, stored);
    if (cancellation.outcome !== 'cancelled') return { result: undefined };
    return { result: undefined, ...shipmentEffects(handling, cancellation.change, stored) };
  });
  await settleAtOnce(orderId, handling, commits.unmarked);
});

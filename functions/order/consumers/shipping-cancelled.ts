import { readDecideCommit } from '../../shared/commit.ts';
import { consume } from '../../shared/event-consumer.ts';
import { shipmentCancelled } from '../order.ts';
import { findOrder, orderCommit } from '../order-table.ts';
import { entryOf } from '../timeline.ts';
import { putTimelineEntry } from '../timeline-table.ts';

/** The shipment decided: an order that waited for it is cancelled. To any other it is a line on the timeline. */
export const onShipmentCancelled = consume('shipping.cancelled', async (event, cause, { detailType }) => {
  const { orderId, reason } = event.eventData;
  const line = putTimelineEntry(cause.organizationId, orderId, entryOf(event, detailType, `Shipment cancelled: ${reason}`));
  await readDecideCommit(async () => {
    const stored = await findOrder(cause.organizationId, orderId);
    const change = stored && shipmentCancelled(stored.order, new Date().toISOString());
    if (stored === undefined || change === undefined) return { result: undefined, commit: { cause, writes: [line] } };
    const cancellation = orderCommit(cause, change, stored.trace);
    return { result: undefined, commit: { ...cancellation, writes: [...cancellation.writes, line] } };
  });
});

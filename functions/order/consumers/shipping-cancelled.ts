import { consume } from '../../shared/events/event-consumer.ts';
import { readDecideCommit } from '../../shared/store/commit.ts';
import { shipmentCancelled } from '../model/order.ts';
import { entryOf } from '../model/timeline.ts';
import { findOrder, orderCommit } from '../store/order-table.ts';
import { putTimelineEntry } from '../store/timeline-table.ts';

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

import { notFound, ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { shopTimeline } from '../model/timeline.ts';
import { readTimeline } from '../store/timeline-table.ts';
import { findVisibleOrder } from '../store/visible-order.ts';

export const getTimeline = route('GET /orders/{orderId}/timeline', async ({ params, caller }) => {
  const visible = await findVisibleOrder(caller, params.orderId);
  if (visible === undefined) return notFound();
  const { orderId, status, correlationId } = visible.order;
  const entries = await readTimeline(caller.organizationId, orderId);
  return ok({ orderId, status, correlationId, entries: visible.view === 'whole' ? entries : shopTimeline(entries) });
});

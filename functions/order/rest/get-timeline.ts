import { notFound, ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { readTimeline } from '../store/timeline-table.ts';
import { findVisibleOrder } from '../store/visible-order.ts';

export const getTimeline = route('GET /orders/{orderId}/timeline', async ({ params, caller }) => {
  const order = await findVisibleOrder(caller, params.orderId);
  if (order === undefined) return notFound();
  const { orderId, status, correlationId } = order;
  return ok({ orderId, status, correlationId, entries: await readTimeline(caller.organizationId, orderId) });
});

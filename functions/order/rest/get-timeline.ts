import type { Operations } from '../../../generated/rest/operations.ts';
import { notFound, ok } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { readTimeline } from '../store/timeline-table.ts';
import { findVisibleOrder } from '../store/visible-order.ts';

/** GET /orders/{orderId}/timeline */
export const getTimelineRoute: Route<Operations['GET /orders/{orderId}/timeline']> = async ({ params, caller }) => {
  const stored = await findVisibleOrder(caller, params.orderId);
  if (stored === undefined) return notFound();
  const { order, trace } = stored;
  const entries = await readTimeline(caller.organizationId, order.orderId);
  return ok({ orderId: order.orderId, status: order.status, correlationId: trace.correlationId, entries });
};

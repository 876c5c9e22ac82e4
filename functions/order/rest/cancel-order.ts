import { accepted, notFound, ok, problem } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { decideCancellation } from '../model/order.ts';
import { cancellationEffects } from '../store/order-table.ts';
import { findVisibleOrder } from '../store/visible-order.ts';

/** Cancels a pending order at once. Once it is confirmed, the shipment decides. Those who see only a part of an order get 404. */
export const cancelOrder = route('POST /orders/{orderId}/cancel', async ({ params, body, caller, receivedAt }) => {
  const { orderId } = params;
  const { order, view } = (await findVisibleOrder(caller, orderId)) ?? {};
  if (order === undefined || view !== 'whole') return notFound();
  const reason = body.reason ?? 'customer-request';
  const { outcome: status, change } = decideCancellation(order, { by: 'customer', reason, at: receivedAt });
  if (status === 'confirmed') {
    return problem('order-shipped', { detail: 'the parcel has left: the order can no longer be cancelled' });
  }
  const answer = status === 'cancelled' ? ok({ orderId, status }) : accepted({ orderId, status });
  return { answer, ...(change && cancellationEffects(caller.organizationId, change, order)) };
});

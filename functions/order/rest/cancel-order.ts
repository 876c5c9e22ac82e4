import type { OrderOperations } from '../../../generated/rest/order.ts';
import { accepted, conflict, notFound, ok } from '../../shared/answer.ts';
import { readDecideCommit } from '../../shared/commit.ts';
import type { Route } from '../../shared/rest-handler.ts';
import { cancelOrder } from '../order.ts';
import { orderCommit } from '../order-table.ts';
import { findVisibleOrder } from './visible-order.ts';

/** POST /orders/{orderId}/cancel: at once while it is pending; once it is confirmed, the shipment decides. */
export const cancelOrderRoute: Route<OrderOperations['POST /orders/{orderId}/cancel']> = ({
  params: { orderId },
  body,
  caller,
  cause,
  receivedAt,
}) =>
  readDecideCommit(async () => {
    const stored = await findVisibleOrder(caller, orderId);
    if (stored === undefined) return { result: notFound() };
    const reason = body.reason ?? 'customer-request';
    const cancellation = cancelOrder(stored.order, { by: 'customer', reason, at: receivedAt });
    if (cancellation.outcome === 'confirmed') {
      return { result: conflict('order-shipped', `the order is ${stored.order.status}: it can no longer be cancelled`) };
    }
    const { outcome: status, change } = cancellation;
    const answer = status === 'cancelled' ? ok({ orderId, status }) : accepted({ orderId, status });
    return { result: answer, ...(change && { commit: orderCommit(cause, change, stored.trace) }) };
  });

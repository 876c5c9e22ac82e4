import type { Operations } from '../../../generated/rest/operations.ts';
import { etag, notFound, ok } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { findVisibleOrder } from '../store/visible-order.ts';

/** GET /orders/{orderId} */
export const getOrderRoute: Route<Operations['GET /orders/{orderId}']> = async ({ params, caller }) => {
  const stored = await findVisibleOrder(caller, params.orderId);
  if (stored === undefined) return notFound();
  const { order } = stored;
  const { orderId, customerId, status, lines, totalAmount, placedAt } = order;
  return ok(
    {
      orderId,
      customerId,
      status,
      lines,
      totalAmount,
      placedAt,
      ...('paymentId' in order && { paymentId: order.paymentId }),
      ...('cancelReason' in order && { cancelReason: order.cancelReason }),
    },
    { ETag: etag(order.version) },
  );
};

import type { Operations } from '../../../generated/rest/operations.ts';
import { accepted, conflict, notFound, ok } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { cancelOrder } from '../model/order.ts';
import { changeOrder } from '../store/order-table.ts';
import { findVisibleOrder } from '../store/visible-order.ts';

/** POST /orders/{orderId}/cancel: at once while it is pending; once it is confirmed, the shipment decides. */
export const cancelOrderRoute: Route<Operations['POST /orders/{orderId}/cancel']> = async (request) => {
  const { params, body, caller, cause, receivedAt: at } = request;
  const { orderId } = params;
  if ((await findVisibleOrder(caller, orderId)) === undefined) return notFound();
  const reason = body.reason ?? 'customer-request';
  const status = await changeOrder(orderId, cause, (order) => cancelOrder(order, { by: 'customer', reason, at }));
  switch (status) {
    case 'cancelled':
      return ok({ orderId, status });
    case 'cancelling':
      return accepted({ orderId, status });
    case 'confirmed':
      return conflict('order-shipped', 'the parcel has left: the order can no longer be cancelled');
  }
};

import { etag, notFound, ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { shownOrder } from '../model/order.ts';
import { findVisibleOrder } from '../store/visible-order.ts';

export const getOrder = route('GET /orders/{orderId}', async ({ params, caller }) => {
  const order = await findVisibleOrder(caller, params.orderId);
  return order === undefined ? notFound() : ok(shownOrder(order), { ETag: etag(order.version) });
});

import { etag, notFound, ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { shownOrder } from '../model/shown-order.ts';
import { findVisibleOrder } from '../store/visible-order.ts';

export const getOrder = route('GET /orders/{orderId}', async ({ params, caller }) => {
  const visible = await findVisibleOrder(caller, params.orderId);
  if (visible === undefined) return notFound();
  const { order, view } = visible;
  return ok(shownOrder(order, view), { ETag: etag(order.version) });
});

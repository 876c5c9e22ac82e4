import { notFound, ok, unprocessable } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { readPeriod } from '../model/period.ts';
import { maySeeAllOrders, shownOrder, viewOf } from '../model/shown-order.ts';
import { listOrderIds } from '../store/order-list-table.ts';
import { orders } from '../store/order-table.ts';

/**
 * The orders of one shop, or of all shops for those who see whole orders. A page takes two reads: one of the list, one of its orders.
 * An order is shown in its state of now, also when the list still has it under the state before.
 */
export const listOrders = route('GET /orders', async ({ query, caller }) => {
  const { organizationId } = caller;
  const { localId, status, from, to, ...page } = query;
  const seesAll = maySeeAllOrders(caller);
  if (localId === undefined && !seesAll) {
    return unprocessable('name the shop', [{ path: '/localId', message: 'is required for the staff of a shop' }]);
  }
  if (localId !== undefined && !seesAll && !caller.localIds.includes(localId)) return notFound();
  const read = readPeriod({ from, to });
  if (read.outcome === 'invalid') {
    return unprocessable('the period is not valid', [{ path: `/${read.limit}`, message: read.why }]);
  }

  const { orderIds, ...next } = await listOrderIds({ organizationId, localId, status }, read.period, page);
  const found = await orders.findAll(organizationId, orderIds);
  const listed = orderIds.flatMap((orderId) => found.get(orderId) ?? []);
  const shown = listed.flatMap((order) => {
    const view = viewOf(order, caller);
    return view === undefined ? [] : [shownOrder(order, view)];
  });
  return ok({ orders: shown, ...next });
});

import { notFound, ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { maySeeOrdersOf } from '../model/shown-order.ts';
import { findCustomer } from '../store/customer-table.ts';
import { listOrdersOf } from '../store/order-table.ts';

/**
 * Everybody gets 404 for a customer whose orders they do not see as a whole. Those who see all of them also get 404 for a customer
 * whom this domain does not know: it cannot tell them from another organization's. The list may lack an order of a moment ago.
 */
export const listOrdersOfCustomer = route('GET /orders/customer/{customerId}', async ({ params, query, caller }) => {
  const { customerId } = params;
  const { organizationId, userId } = caller;
  if (!maySeeOrdersOf(caller, customerId)) return notFound();
  if (customerId !== userId) {
    const { hasOrdered, copy } = await findCustomer(organizationId, customerId);
    if (!hasOrdered && copy === undefined) return notFound();
  }
  const { orders, ...next } = await listOrdersOf({ organizationId, customerId }, query);
  const summaries = orders.map(({ orderId, status, totalAmount, placedAt }) => ({ orderId, status, totalAmount, placedAt }));
  return ok({ orders: summaries, ...next });
});

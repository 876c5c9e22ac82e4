import { notFound, ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { hasOrdered } from '../store/customer-table.ts';
import { listOrders } from '../store/order-table.ts';
import { maySeeOrdersOf } from '../store/visible-order.ts';

/**
 * A buyer gets 404 for every other customer. Staff also get 404 for a customer who never ordered: this domain cannot tell them
 * from another organization's. The list may lack an order of a moment ago.
 */
export const listOrdersOfCustomer = route('GET /orders/customer/{customerId}', async ({ params, query, caller }) => {
  const { customerId } = params;
  const { organizationId, userId } = caller;
  if (!maySeeOrdersOf(caller, customerId)) return notFound();
  if (customerId !== userId && !(await hasOrdered(organizationId, customerId))) return notFound();
  return ok(await listOrders({ organizationId, customerId }, query));
});

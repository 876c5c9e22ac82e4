import type { Operations } from '../../../generated/rest/operations.ts';
import { notFound, ok } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { hasOrdered } from '../store/customer-table.ts';
import { listOrders } from '../store/order-table.ts';
import { maySeeOrdersOf } from '../store/visible-order.ts';

/**
 * GET /orders/customer/{customerId}: to a buyer, every other customer is unknown. To staff so is one who never ordered: order cannot
 * tell them from another market's, and those read as 404. The list itself lags by moments.
 */
export const listOrdersRoute: Route<Operations['GET /orders/customer/{customerId}']> = async ({ params, query, caller }) => {
  const { customerId } = params;
  const { organizationId, userId } = caller;
  if (!maySeeOrdersOf(caller, customerId)) return notFound();
  if (customerId !== userId && !(await hasOrdered(organizationId, customerId))) return notFound();
  return ok(await listOrders({ organizationId, customerId }, query));
};

import type { OrderOperations } from '../../../generated/rest/order.ts';
import { notFound, ok } from '../../shared/answer.ts';
import type { Route } from '../../shared/rest-handler.ts';
import { listOrders } from '../order-table.ts';
import { maySeeOrdersOf } from './visible-order.ts';

/**
 * GET /orders/customer/{customerId}: to a buyer, every other customer is unknown. To staff so is one who never ordered: order cannot
 * tell them from another market's, and those read as 404.
 */
export const listOrdersRoute: Route<OrderOperations['GET /orders/customer/{customerId}']> = async ({ params, query, caller }) => {
  const { customerId } = params;
  if (!maySeeOrdersOf(caller, customerId)) return notFound();
  const page = await listOrders({ organizationId: caller.organizationId, customerId }, query);
  const isFirstPage = query.cursor === undefined;
  if (isFirstPage && page.orders.length === 0 && customerId !== caller.userId) return notFound();
  return ok(page);
};

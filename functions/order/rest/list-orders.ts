import type { OrderOperations } from '../../../generated/rest/order.ts';
import { notFound, ok } from '../../shared/answer.ts';
import type { Route } from '../../shared/rest-handler.ts';
import { listOrders } from '../order-table.ts';
import { maySeeOrdersOf } from './visible-order.ts';

/** GET /orders/customer/{customerId}: to a buyer, every other customer is unknown. */
export const listOrdersRoute: Route<OrderOperations['GET /orders/customer/{customerId}']> = async ({ params, query, caller }) => {
  const { customerId } = params;
  if (!maySeeOrdersOf(caller, customerId)) return notFound();
  return ok(await listOrders({ organizationId: caller.organizationId, customerId }, query));
};

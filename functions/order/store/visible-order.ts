import type { Caller } from '../../shared/caller.ts';
import type { StoredOrder } from './order-codec.ts';
import { orders } from './order-table.ts';

/** The order if the caller may see it: buyers see their own, staff with `order:read-any` every order of the organization. */
export async function findVisibleOrder(caller: Caller, orderId: string): Promise<StoredOrder | undefined> {
  const order = await orders.find(caller.organizationId, orderId);
  return order !== undefined && maySeeOrdersOf(caller, order.customerId) ? order : undefined;
}

export const maySeeOrdersOf = ({ userId, permissions }: Caller, customerId: string) =>
  userId === customerId || permissions.has('order:read-any');

import type { Caller } from '../../shared/rest/caller.ts';
import { findOrder, type StoredOrder } from './order-table.ts';

/** The order, if the caller may know of it: a buyer knows their own, staff with `order:read-any` those of the organization. */
export async function findVisibleOrder(caller: Caller, orderId: string): Promise<StoredOrder | undefined> {
  const stored = await findOrder(caller.organizationId, orderId);
  return stored !== undefined && maySeeOrdersOf(caller, stored.order.customerId) ? stored : undefined;
}

export const maySeeOrdersOf = ({ userId, permissions }: Caller, customerId: string) =>
  userId === customerId || permissions.has('order:read-any');

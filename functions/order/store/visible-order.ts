import type { Caller } from '../../shared/caller.ts';
import { type View, viewOf } from '../model/shown-order.ts';
import type { StoredOrder } from './order-codec.ts';
import { orders } from './order-table.ts';

/** The order and how much of it the caller may see; undefined when that is nothing. */
export async function findVisibleOrder(caller: Caller, orderId: string): Promise<{ order: StoredOrder; view: View } | undefined> {
  const order = await orders.find(caller.organizationId, orderId);
  const view = order && viewOf(order, caller);
  return order !== undefined && view !== undefined ? { order, view } : undefined;
}

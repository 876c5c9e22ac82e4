import type { Handling } from '../../shared/events/consume.ts';
import type { Effects, Write } from '../../shared/store/write.ts';
import type { OrderChange } from '../model/order.ts';
import type { StoredOrder } from './order-codec.ts';
import { orderEffects, orders } from './order-table.ts';

/** What an event of a shipment stores: its lines on the timeline, and the change of its order, if it is one. */
export async function changeWithLines(
  orderId: string,
  { organizationId }: Pick<Handling, 'organizationId'>,
  lines: readonly Write[],
  decide: (order: StoredOrder) => OrderChange | undefined,
): Promise<Effects> {
  const order = await orders.find(organizationId, orderId);
  const change = order && decide(order);
  if (order === undefined || change === undefined) return { writes: lines };
  const { writes, publish } = orderEffects(organizationId, change, order);
  return { writes: [...writes, ...lines], publish };
}

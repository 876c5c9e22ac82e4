import { PermanentFault } from '../../shared/faults.ts';
import { newId } from '../../shared/ids.ts';
import { queryItems } from '../../shared/store/dynamo.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import type { Effects } from '../../shared/store/write.ts';
import type { Trace } from '../../shared/trace.ts';
import { type Order, type OrderChange, personalPart } from '../model/order.ts';
import { summaryOf } from '../model/timeline.ts';
import { customerPartition } from './customer-table.ts';
import { deleteDeadline, putDeadline } from './deadline-table.ts';
import { putPersonal } from './erasure-table.ts';
import { orderCodec, type StoredOrder } from './order-codec.ts';
import { orderKey } from './order-key.ts';
import { listIndex, putListRows } from './order-list-table.ts';
import { closePaymentHint } from './payment-client.ts';
import { putTimelineEntry } from './timeline-table.ts';

/** Orders under their tenant. An index lists those of a customer by the time they were placed. */
export const orders = versionedItems<StoredOrder>({
  key: orderKey,
  idOf: ({ orderId }) => orderId,
  codec: orderCodec,
  attributes: (organizationId, { customerId, placedAt, orderId }) => ({
    gsi1pk: customerPartition(organizationId, customerId),
    gsi1sk: `${placedAt}#${orderId}`,
  }),
});

/** @throws {PermanentFault} when the organization has no such order */
export async function requireOrder(organizationId: string, orderId: string): Promise<StoredOrder> {
  const order = await orders.find(organizationId, orderId);
  if (order === undefined) throw new PermanentFault(`there is no order ${orderId}`);
  return order;
}

/**
 * What a change of an order stores: the order, its rows in the lists of its shops, its event, its line on the timeline, its deadline
 * while it is pending, and when it is placed the mark that it holds personal data. `trace` is that of the request that placed the order.
 */
export function orderEffects(organizationId: string, { order, event }: OrderChange<Order>, trace: Trace) {
  const { correlationId, traceparent } = trace;
  const { type, occurredOn } = event;
  const eventId = newId(occurredOn);
  return {
    writes: [
      orders.put(organizationId, { ...order, correlationId, traceparent }),
      ...putListRows(organizationId, order),
      ...(order.status === 'pending' && isPersonal(order) ? [putPersonal(organizationId, order)] : []),
      order.status === 'pending' ? putDeadline(organizationId, order) : deleteDeadline(organizationId, order),
      putTimelineEntry(organizationId, order.orderId, { type, occurredOn, eventId, summary: summaryOf(event) }),
    ],
    publish: [{ ...event, eventId }],
  } satisfies Effects;
}

/**
 * What a cancellation stores. If the order was pending, its charge may be about to begin: its payment is closed as soon as this is
 * committed.
 */
export function cancellationEffects(organizationId: string, change: OrderChange, order: StoredOrder) {
  const effects = orderEffects(organizationId, change, order);
  return order.status === 'pending' ? { ...effects, hint: closePaymentHint(organizationId, order) } : effects;
}

/** A customer's orders, newest first. Read from an index, so an order placed a moment ago may be missing. */
export async function listOrdersOf(
  { organizationId, customerId }: { organizationId: string; customerId: string },
  page: { limit: number; cursor?: string },
): Promise<{ orders: Order[]; nextCursor?: string }> {
  const pk = customerPartition(organizationId, customerId);
  const { items, ...next } = await queryItems({ pk, index: listIndex, ascending: false, ...page });
  return { orders: items.map(orders.read), ...next };
}

const isPersonal = (order: Order) => Object.keys(personalPart(order)).length > 0;

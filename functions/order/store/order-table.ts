import { PermanentFault } from '../../shared/faults.ts';
import { newId } from '../../shared/ids.ts';
import { queryItems } from '../../shared/store/dynamo.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import type { Effects, Write } from '../../shared/store/write.ts';
import type { Trace } from '../../shared/trace.ts';
import { dueAt, type Order, type OrderChange, personalPart } from '../model/order.ts';
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
 * What a change of an order stores: the order, its rows in the lists of its shops, its events with their lines on the timeline, its
 * deadline, and when it is placed the mark that it holds personal data. `before` is the order as it was read; for one that is placed,
 * the trace of the request.
 */
export function orderEffects(organizationId: string, change: OrderChange<Order>, before: StoredOrder | Trace) {
  const { order, event, earlier } = change;
  const { correlationId, traceparent } = before;
  const events = earlier === undefined ? [event] : [earlier, event];
  // In their order: the timeline sorts events of one moment by their ids.
  const eventIds = events.map(({ occurredOn }) => newId(occurredOn)).toSorted();
  const publish = events.map((one, index) => ({ ...one, eventId: eventIds[index] ?? newId(one.occurredOn) }));
  return {
    writes: [
      orders.put(organizationId, { ...order, correlationId, traceparent }),
      ...putListRows(organizationId, order),
      ...(order.status === 'pending' && isPersonal(order) ? [putPersonal(organizationId, order)] : []),
      ...deadlineWrites(organizationId, order, 'status' in before ? before : undefined),
      ...publish.map((one) => {
        const { type, occurredOn, eventId } = one;
        return putTimelineEntry(organizationId, order.orderId, { type, occurredOn, eventId, summary: summaryOf(one) });
      }),
    ],
    publish,
  } satisfies Effects;
}

/** A pending order has a deadline, and so has the answer of a shipment that was asked to cancel. */
function deadlineWrites(organizationId: string, after: Order, before: Order | undefined): Write[] {
  const { orderId } = after;
  const [due, dueBefore] = [dueAt(after), before && dueAt(before)];
  return [
    ...(dueBefore === undefined ? [] : [deleteDeadline(organizationId, { orderId, deadline: dueBefore })]),
    ...(due === undefined ? [] : [putDeadline(organizationId, { orderId, deadline: due })]),
  ];
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

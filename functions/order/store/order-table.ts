import type { Cause } from '../../shared/cause.ts';
import { PermanentFault } from '../../shared/faults.ts';
import { newId } from '../../shared/ids.ts';
import type { Answer } from '../../shared/rest/answer.ts';
import { type Commit, readDecideCommit, type Write } from '../../shared/store/commit.ts';
import { queryItems, readItem } from '../../shared/store/dynamo.ts';
import type { Trace } from '../../shared/trace.ts';
import type { Order, OrderChange } from '../model/order.ts';
import { summaryOf } from '../model/timeline.ts';
import { customerPartition } from './customer-table.ts';
import { deleteDeadline, putDeadline } from './deadline-table.ts';
import { type OrderSummary, orderFrom, orderKey, orderSummaryFrom } from './order-item.ts';
import { putTimelineEntry } from './timeline-table.ts';

/** An order as it is stored: with the trace of the request that placed it, to which all that becomes of it belongs. */
export type StoredOrder = { order: Order; trace: Trace };

/** Strongly consistent; undefined when there is none, or when it is another organization's. */
export async function findOrder(organizationId: string, orderId: string): Promise<StoredOrder | undefined> {
  const item = await readItem(orderKey(organizationId, orderId));
  if (item === undefined) return undefined;
  return {
    order: orderFrom(item),
    trace: { correlationId: String(item.correlationId), traceparent: String(item.traceparent) },
  };
}

/**
 * The order as it is now, its event and its line on the timeline in one transaction, and its deadline as long as it is pending.
 * `trace` is the order's own: the cause's when it is placed, later the one it was stored with.
 */
export function orderCommit(cause: Cause, { order, event }: OrderChange, trace: Trace, answer?: Answer): Commit {
  const { organizationId } = cause;
  const { type, occurredOn } = event;
  const eventId = newId(occurredOn);
  return {
    cause,
    writes: [
      putOrder(organizationId, order, trace),
      order.status === 'pending' ? putDeadline(organizationId, order) : deleteDeadline(organizationId, order),
      putTimelineEntry(organizationId, order.orderId, { type, occurredOn, eventId, summary: summaryOf(event) }),
    ],
    publish: [{ ...event, eventId }],
    ...(answer && { answer }),
  };
}

/**
 * Reads an order, decides and stores what was decided; again when another writer came between.
 * @throws {PermanentFault} when the organization of the cause has no such order
 * @throws {ContendedError} when others came first each time: ask again
 */
export function changeOrder<Outcome>(
  orderId: string,
  cause: Cause,
  decide: (order: Order) => { outcome: Outcome; change?: OrderChange | undefined },
): Promise<Outcome> {
  return readDecideCommit(async () => {
    const stored = await findOrder(cause.organizationId, orderId);
    if (stored === undefined) throw new PermanentFault(`there is no order ${orderId}`);
    const { outcome, change } = decide(stored.order);
    return { result: outcome, ...(change && { commit: orderCommit(cause, change, stored.trace) }) };
  });
}

/** A customer's orders, the newest first. An index answers, so an order placed just now may be missing. */
export async function listOrders(
  { organizationId, customerId }: { organizationId: string; customerId: string },
  page: { limit: number; cursor?: string },
): Promise<{ orders: OrderSummary[]; nextCursor?: string }> {
  const pk = customerPartition(organizationId, customerId);
  const { items, nextCursor } = await queryItems({ pk, index: 'byCustomer', ascending: false, ...page });
  return { orders: items.map(orderSummaryFrom), ...(nextCursor !== undefined && { nextCursor }) };
}

function putOrder(organizationId: string, order: Order, { correlationId, traceparent }: Trace): Write {
  const Item = {
    ...orderKey(organizationId, order.orderId),
    organizationId,
    ...order,
    correlationId,
    traceparent,
    gsi1pk: customerPartition(organizationId, order.customerId),
    gsi1sk: `${order.placedAt}#${order.orderId}`,
  };
  if (order.version === 1) return { Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } };
  return { Put: { Item, ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': order.version - 1 } } };
}

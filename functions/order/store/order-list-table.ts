import { record, text } from '../../shared/store/codec.ts';
import { queryItems } from '../../shared/store/dynamo.ts';
import type { Write } from '../../shared/store/write.ts';
import type { Order } from '../model/order.ts';
import type { Period } from '../model/period.ts';

/**
 * The lists that staff read: one of each shop and one of the organization, sorted by the time of placing. An order has a row in that of
 * the organization and in that of each of its shops. The row's key never changes, and the index lists it under the order's status.
 */
const listPartition = (organizationId: string, localId: string | undefined) =>
  localId === undefined ? `ORG#${organizationId}#ORDERS` : `ORG#${organizationId}#LOCAL#${localId}#ORDERS`;
const statusPartition = (list: string, status: Order['status']) => `${list}#${status}`;

/** The index that lists a customer's orders as well. */
export const listIndex = 'byCustomerOrStatus';

/** The rows of an order, stored with each of its changes. */
export function putListRows(organizationId: string, { orderId, lines, placedAt, status }: Order): Write[] {
  const lists = [undefined, ...new Set(lines.map(({ localId }) => localId))];
  const sk = `${placedAt}#${orderId}`;
  return lists.map((localId) => {
    const pk = listPartition(organizationId, localId);
    return { Put: { Item: { pk, sk, gsi1pk: statusPartition(pk, status), gsi1sk: sk, orderId } } };
  });
}

export type OrderList = { organizationId: string; localId?: string | undefined; status?: Order['status'] | undefined };

/**
 * A page of ids, newest first, in one read: a page is full unless it is the last one. With a status it is read from the index, which
 * may lag by a moment.
 */
export async function listOrderIds(
  { organizationId, localId, status }: OrderList,
  { from = '', before = '~' }: Period,
  page: { limit: number; cursor?: string },
): Promise<{ orderIds: string[]; nextCursor?: string }> {
  const list = listPartition(organizationId, localId);
  const place = status === undefined ? { pk: list } : { pk: statusPartition(list, status), index: listIndex };
  // Sort keys go on after the instant, so those of the very instant `before` are above it.
  const query = { ...place, skBetween: [from === '' ? '0' : from, before], ascending: false, ...page } as const;
  const { items, ...next } = await queryItems(query);
  return { orderIds: items.map((item) => rowCodec(item, list).orderId), ...next };
}

const rowCodec = record<{ orderId: string }>({ orderId: text });

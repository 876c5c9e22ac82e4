import type { Cause } from '../shared/cause.ts';
import type { Commit, Write } from '../shared/commit.ts';
import { type Item, type Key, readItem } from '../shared/dynamo.ts';
import type { Reservation, ReservationChange } from './reservation.ts';
import { putStock } from './stock-table.ts';

const reservationKey = (organizationId: string, orderId: string): Key => ({
  pk: `ORG#${organizationId}#ORDER#${orderId}`,
  sk: 'RESERVATION',
});

/** What is held for an order, strongly consistent. */
export async function findReservation(organizationId: string, orderId: string): Promise<Reservation | undefined> {
  const item = await readItem(reservationKey(organizationId, orderId));
  return item && reservationFrom(item);
}

/** The reservation, the stock of each of its products (up to 50) and all their events in one transaction. */
export const reservationCommit = (cause: Cause, { reservation, stocks, events }: ReservationChange): Commit => ({
  cause,
  writes: [putReservation(cause.organizationId, reservation), ...stocks.map((stock) => putStock(cause.organizationId, stock))],
  publish: events,
});

function putReservation(organizationId: string, reservation: Reservation): Write {
  const Item = { ...reservationKey(organizationId, reservation.orderId), organizationId, ...reservation };
  if (reservation.version === 1) return { Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } };
  return {
    Put: { Item, ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': reservation.version - 1 } },
  };
}

function reservationFrom(item: Item): Reservation {
  const { status } = item;
  const aggregate = { orderId: String(item.orderId), version: Number(item.version) };
  switch (status) {
    case 'reserved':
    case 'released':
      return {
        ...aggregate,
        status,
        lines: records(item.lines).map((line) => ({ productId: String(line.productId), quantity: Number(line.quantity) })),
      };
    case 'rejected':
      return { ...aggregate, status, failedItems: records(item.failedItems).map(failedItemFrom) };
    default:
      throw new Error(`a reservation cannot be ${String(status)}`);
  }
}

const failedItemFrom = (item: Item) => ({
  productId: String(item.productId),
  requestedQuantity: Number(item.requestedQuantity),
  availableQuantity: Number(item.availableQuantity),
});

const records = (list: unknown): Item[] => (Array.isArray(list) ? list : []);

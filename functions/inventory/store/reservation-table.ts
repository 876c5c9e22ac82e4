import type { Cause } from '../../shared/cause.ts';
import { type Commit, readDecideCommit, type Write } from '../../shared/store/commit.ts';
import { type Item, type Key, readItem } from '../../shared/store/dynamo.ts';
import { recordsOf } from '../../shared/fields.ts';
import { type Reservation, type ReservationChange, release } from '../model/reservation.ts';
import { findStocks, putStocks } from './stock-table.ts';

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
  writes: [putReservation(cause.organizationId, reservation), ...putStocks(cause.organizationId, stocks)],
  publish: events,
});

/**
 * Gives the stock of an order back, once, whether the saga or order.cancelled asks, and whoever comes first.
 * @throws {ContendedError} when other writers came first each time: ask again
 */
export function releaseReservation(command: { orderId: string; at: string }, cause: Cause): Promise<void> {
  const { organizationId } = cause;
  return readDecideCommit(async () => {
    const stored = await findReservation(organizationId, command.orderId);
    const productIds = stored?.status === 'reserved' ? stored.lines.map(({ productId }) => productId) : [];
    const change = release(command, stored, await findStocks(organizationId, productIds));
    return { result: undefined, ...(change && { commit: reservationCommit(cause, change) }) };
  });
}

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
        lines: recordsOf(item.lines).map((line) => ({ productId: String(line.productId), quantity: Number(line.quantity) })),
      };
    case 'rejected':
      return { ...aggregate, status, failedItems: recordsOf(item.failedItems).map(failedItemFrom) };
    default:
      throw new Error(`a reservation cannot be ${String(status)}`);
  }
}

const failedItemFrom = (item: Item) => ({
  productId: String(item.productId),
  requestedQuantity: Number(item.requestedQuantity),
  availableQuantity: Number(item.availableQuantity),
});

import { list, number, oneOf, optional, record, text, variants } from '../../shared/store/codec.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import type { Effects } from '../../shared/store/write.ts';
import {
  decideRelease,
  type ExpiryQuestion,
  type FailedItem,
  type Line,
  type Rejected,
  type Released,
  type Reservation,
  type ReservationChange,
  type Reserved,
  type Shipped,
} from '../model/reservation.ts';
import type { Mover } from '../model/stock-movement.ts';
import { markQuestion } from './expiry-table.ts';
import { putStocks, stocks } from './stock-table.ts';

const common = { orderId: text, version: number };
const lines = list(record<Line>({ productId: text, quantity: number }));
const failedItems = list(record<FailedItem>({ productId: text, requestedQuantity: number, availableQuantity: number }));

const question = record<ExpiryQuestion>({
  correlationId: text,
  traceparent: text,
  reservedAt: text,
  expiresAt: text,
  dueAt: text,
  asked: number,
});

/** What inventory holds for orders, one reservation for each. */
export const reservations = versionedItems<Reservation>({
  key: (organizationId, orderId) => ({ pk: `ORG#${organizationId}#ORDER#${orderId}`, sk: 'RESERVATION' }),
  idOf: ({ orderId }) => orderId,
  codec: variants<Reservation, 'status'>('status', {
    reserved: record<Reserved>({ ...common, status: oneOf('reserved'), lines, question: optional(question) }),
    rejected: record<Rejected>({ ...common, status: oneOf('rejected'), failedItems }),
    released: record<Released>({ ...common, status: oneOf('released'), lines }),
    shipped: record<Shipped>({ ...common, status: oneOf('shipped'), lines }),
  }),
});

/** The reservation, the stock of each of its products (up to 50) and all their events: they fit into one transaction. */
export const reservationEffects = (organizationId: string, { stored, reservation, stocks, events }: ReservationChange) =>
  ({
    writes: [
      reservations.put(organizationId, reservation),
      ...markQuestion(organizationId, stored, reservation),
      ...putStocks(organizationId, stocks),
    ],
    publish: events,
  }) satisfies Effects;

/** What returning the stock of an order stores. It happens once, whether the saga or order.cancelled comes first. */
export async function releaseStock(organizationId: string, command: Mover & { orderId: string }): Promise<Effects | undefined> {
  const { stored, reserved } = await readReserved(organizationId, command.orderId);
  const change = decideRelease(command, stored, reserved);
  return change && reservationEffects(organizationId, change);
}

/** The reservation of an order, and the stocks of the products that are still reserved for it. */
export async function readReserved(organizationId: string, orderId: string) {
  const stored = await reservations.find(organizationId, orderId);
  const productIds = stored?.status === 'reserved' ? stored.lines.map(({ productId }) => productId) : [];
  return { stored, reserved: await stocks.findAll(organizationId, productIds) };
}

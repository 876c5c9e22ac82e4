import { list, number, oneOf, record, text, variants } from '../../shared/store/codec.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import type { Effects } from '../../shared/store/write.ts';
import {
  decideRelease,
  type FailedItem,
  type Line,
  type Rejected,
  type Released,
  type Reservation,
  type ReservationChange,
  type Reserved,
} from '../model/reservation.ts';
import { putStocks, stocks } from './stock-table.ts';

const common = { orderId: text, version: number };
const lines = list(record<Line>({ productId: text, quantity: number }));
const failedItems = list(record<FailedItem>({ productId: text, requestedQuantity: number, availableQuantity: number }));

/** What inventory holds for orders, one reservation for each. */
export const reservations = versionedItems<Reservation>({
  key: (organizationId, orderId) => ({ pk: `ORG#${organizationId}#ORDER#${orderId}`, sk: 'RESERVATION' }),
  idOf: ({ orderId }) => orderId,
  codec: variants<Reservation, 'status'>('status', {
    reserved: record<Reserved>({ ...common, status: oneOf('reserved'), lines }),
    rejected: record<Rejected>({ ...common, status: oneOf('rejected'), failedItems }),
    released: record<Released>({ ...common, status: oneOf('released'), lines }),
  }),
});

/** The reservation, the stock of each of its products (up to 50) and all their events: they fit into one transaction. */
export const reservationEffects = (organizationId: string, { reservation, stocks, events }: ReservationChange) =>
  ({
    writes: [reservations.put(organizationId, reservation), ...putStocks(organizationId, stocks)],
    publish: events,
  }) satisfies Effects;

/** What returning the stock of an order stores. It happens once, whether the saga or order.cancelled comes first. */
export async function releaseStock(
  organizationId: string,
  command: { orderId: string; at: string },
): Promise<Effects | undefined> {
  const stored = await reservations.find(organizationId, command.orderId);
  const productIds = stored?.status === 'reserved' ? stored.lines.map(({ productId }) => productId) : [];
  const change = decideRelease(command, stored, await stocks.findAll(organizationId, productIds));
  return change && reservationEffects(organizationId, change);
}

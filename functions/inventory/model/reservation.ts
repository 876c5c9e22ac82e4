import type { NewEvent } from '../../shared/domain-event.ts';
import { holdStock, returnStock, type Stock, type StockChange, type StockEvent } from './stock.ts';

export type Line = { productId: string; quantity: number };
type FailedItem = { productId: string; requestedQuantity: number; availableQuantity: number };

/**
 * What inventory holds for an order, one per order: none → reserved → shipped (with shipping); reserved → released; none → rejected;
 * none → released, the tombstone of a release that came before its reservation.
 */
export type Reservation = { orderId: string; version: number } & (
  | { status: 'reserved'; lines: Line[] }
  | { status: 'rejected'; failedItems: FailedItem[] }
  /** `lines` went back to the shelf; a tombstone has none. */
  | { status: 'released'; lines: Line[] }
);

/** What the saga is told. The same order gets the same answer however often it asks. */
export type ReserveAnswer =
  | { outcome: 'reserved' }
  | { outcome: 'rejected'; failedItems: FailedItem[] }
  /** The release came first: the order is over. */
  | { outcome: 'cancelled' };

/** What is stored together: the reservation, each product's stock, and every event of both. */
export type ReservationChange = { reservation: Reservation; stocks: Stock[]; events: (ReservationEvent | StockEvent)[] };
type ReservationEvent = NewEvent<'inventory.reserved' | 'inventory.reservation.failed' | 'inventory.released'>;

export type Reserving =
  | { outcome: 'answered'; answer: ReserveAnswer; change?: ReservationChange }
  /** product.created of these has not arrived yet: nobody can say whether there is enough. */
  | { outcome: 'stock-not-open'; productIds: string[] };

type Stocks = ReadonlyMap<string, Stock>;

/** All lines or none. Lines of one product count together. */
export function reserve(
  command: { orderId: string; lines: readonly Line[]; at: string },
  stored: Reservation | undefined,
  stocks: Stocks,
): Reserving {
  if (stored !== undefined) return { outcome: 'answered', answer: answerOf(stored) };
  const { orderId, at } = command;
  const lines = merged(command.lines);
  const notOpen = lines.map(({ productId }) => productId).filter((productId) => !stocks.has(productId));
  if (notOpen.length > 0) return { outcome: 'stock-not-open', productIds: notOpen };

  const failedItems = lines.flatMap(({ productId, quantity }) => {
    const { available } = stockOf(stocks, productId);
    return available < quantity ? [{ productId, requestedQuantity: quantity, availableQuantity: available }] : [];
  });
  if (failedItems.length > 0) {
    // Stored under the order id as well: a repeated task must not succeed with what another order gave back meanwhile.
    const reservation: Reservation = { orderId, version: 1, status: 'rejected', failedItems };
    const event = eventOf(reservation, at, {
      type: 'inventory.reservation.failed',
      data: { orderId, reason: 'out-of-stock', failedItems },
    });
    return { outcome: 'answered', answer: answerOf(reservation), change: { reservation, stocks: [], events: [event] } };
  }
  const reservation: Reservation = { orderId, version: 1, status: 'reserved', lines };
  const event = eventOf(reservation, at, { type: 'inventory.reserved', data: { orderId, reservations: lines } });
  const moves = lines.map(({ productId, quantity }) => holdStock(stockOf(stocks, productId), quantity, at));
  return { outcome: 'answered', answer: answerOf(reservation), change: together(reservation, event, moves) };
}

/**
 * Gives back what is held for an order, once, whoever asks. Finding nothing, it leaves a tombstone, so that a reservation that is
 * still under way answers `cancelled`. Undefined: there is nothing to change.
 */
export function release(
  command: { orderId: string; at: string },
  stored: Reservation | undefined,
  stocks: Stocks,
): ReservationChange | undefined {
  const { orderId, at } = command;
  if (stored === undefined) {
    return { reservation: { orderId, version: 1, status: 'released', lines: [] }, stocks: [], events: [] };
  }
  if (stored.status !== 'reserved') return undefined;
  const { lines } = stored;
  const reservation: Reservation = { orderId, version: stored.version + 1, status: 'released', lines };
  const event = eventOf(reservation, at, { type: 'inventory.released', data: { orderId, releases: lines } });
  return together(
    reservation,
    event,
    lines.map(({ productId, quantity }) => returnStock(stockOf(stocks, productId), quantity, at)),
  );
}

function answerOf(reservation: Reservation): ReserveAnswer {
  switch (reservation.status) {
    case 'reserved':
      return { outcome: 'reserved' };
    case 'rejected':
      return { outcome: 'rejected', failedItems: reservation.failedItems };
    case 'released':
      return { outcome: 'cancelled' };
  }
}

const together = (reservation: Reservation, event: ReservationEvent, moves: StockChange[]): ReservationChange => ({
  reservation,
  stocks: moves.map(({ stock }) => stock),
  events: [event, ...moves.flatMap(({ events }) => events)],
});

type Told = { [E in ReservationEvent as E['type']]: Pick<E, 'type' | 'data'> }[ReservationEvent['type']];

const eventOf = ({ orderId, version }: Reservation, at: string, told: Told): ReservationEvent => ({
  ...told,
  aggregateId: orderId,
  aggregateVersion: version,
  occurredOn: at,
});

function merged(lines: readonly Line[]): Line[] {
  const quantities = new Map<string, number>();
  for (const { productId, quantity } of lines) quantities.set(productId, (quantities.get(productId) ?? 0) + quantity);
  return [...quantities].map(([productId, quantity]) => ({ productId, quantity }));
}

function stockOf(stocks: Stocks, productId: string): Stock {
  const stock = stocks.get(productId);
  if (stock === undefined) throw new RangeError(`the stock of ${productId} was not read`);
  return stock;
}

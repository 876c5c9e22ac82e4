import type { NewEvent } from '../../shared/domain-event.ts';
import { reserveStock, returnStock, type Stock, type StockChange, type StockEvent } from './stock.ts';

export type Line = { productId: string; quantity: number };
export type FailedItem = { productId: string; requestedQuantity: number; availableQuantity: number };

type OfOrder = { orderId: string; version: number };
export type Reserved = OfOrder & { status: 'reserved'; lines: Line[] };
export type Rejected = OfOrder & { status: 'rejected'; failedItems: FailedItem[] };
/** `lines` were returned to the shelf. A tombstone has none. */
export type Released = OfOrder & { status: 'released'; lines: Line[] };
/**
 * What inventory holds for an order, one reservation for each: none → reserved → shipped (with shipping); reserved → released;
 * none → rejected; none → released, which is the tombstone of a release that arrived before its reservation.
 */
export type Reservation = Reserved | Rejected | Released;

/** The answer to the saga. An order gets the same answer however often the saga asks. */
export type ReserveAnswer =
  | { outcome: 'reserved' }
  | { outcome: 'rejected'; failedItems: FailedItem[] }
  /** The release arrived first: the order has ended. */
  | { outcome: 'cancelled' };

/** What is stored together: the reservation, each product's stock, and the events of both. */
export type ReservationChange = { reservation: Reservation; stocks: Stock[]; events: (ReservationEvent | StockEvent)[] };
type ReservationEvent = NewEvent<'inventory.reserved' | 'inventory.reservation.failed' | 'inventory.released'>;

export type ReservationDecision =
  | { outcome: 'answered'; answer: ReserveAnswer; change?: ReservationChange }
  /** product.created of these products has not arrived yet, so it is unknown whether there is enough. */
  | { outcome: 'stock-not-open'; productIds: string[] };

type Stocks = ReadonlyMap<string, Stock>;

/** Reserves all lines or none. Lines of one product are added up. */
export function decideReservation(
  command: { orderId: string; lines: readonly Line[]; at: string },
  stored: Reservation | undefined,
  stocks: Stocks,
): ReservationDecision {
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
    // A rejection is stored too: a repeated task must not succeed with stock that another order has released since.
    const reservation: Reservation = { orderId, version: 1, status: 'rejected', failedItems };
    const event = eventOf(reservation, at, {
      type: 'inventory.reservation.failed',
      data: { orderId, reason: 'out-of-stock', failedItems },
    });
    return { outcome: 'answered', answer: answerOf(reservation), change: { reservation, stocks: [], events: [event] } };
  }
  const reservation: Reservation = { orderId, version: 1, status: 'reserved', lines };
  const event = eventOf(reservation, at, { type: 'inventory.reserved', data: { orderId, reservations: lines } });
  const moves = lines.map(({ productId, quantity }) => reserveStock(stockOf(stocks, productId), quantity, at));
  return { outcome: 'answered', answer: answerOf(reservation), change: together(reservation, event, moves) };
}

/**
 * Returns what is reserved for an order, once. Without a reservation it leaves a tombstone, so that a reservation that arrives
 * later is answered `cancelled`. Undefined when there is nothing to change.
 */
export function decideRelease(
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

type TypeAndData = { [E in ReservationEvent as E['type']]: Pick<E, 'type' | 'data'> }[ReservationEvent['type']];

const eventOf = ({ orderId, version }: Reservation, at: string, typeAndData: TypeAndData): ReservationEvent => ({
  ...typeAndData,
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

import type { NewEvent } from '../../shared/domain-event.ts';
import type { Trace } from '../../shared/trace.ts';
import { orderable, reserveStock, returnStock, type Stock, type StockChange, type StockEvent, shipStock } from './stock.ts';
import type { Mover } from './stock-movement.ts';

export type Line = { productId: string; quantity: number };
export type FailedItem = { productId: string; requestedQuantity: number; availableQuantity: number };

type OfOrder = { orderId: string; version: number };
/** `question` is open until the order is confirmed, cancelled or shipped. */
export type Reserved = OfOrder & { status: 'reserved'; lines: Line[]; question?: ExpiryQuestion };
export type Rejected = OfOrder & { status: 'rejected'; failedItems: FailedItem[] };
/** `lines` were returned to the shelf. A tombstone has none. */
export type Released = OfOrder & { status: 'released'; lines: Line[] };
export type Shipped = OfOrder & { status: 'shipped'; lines: Line[] };
/**
 * What inventory holds for an order, one reservation for each: none → reserved → shipped; reserved → released; none → rejected;
 * none → released, which is the tombstone of a release that arrived before its reservation.
 */
export type Reservation = Reserved | Rejected | Released | Shipped;

/** What is asked about a reservation that is older than its order may take. The trace is that of the order. */
export type ExpiryQuestion = Trace & {
  /** ISO 8601 UTC. */
  reservedAt: string;
  expiresAt: string;
  /** When the order is asked next, and how often it was asked. */
  dueAt: string;
  asked: number;
};

/** The answer to the saga. An order gets the same answer however often the saga asks. */
export type ReserveAnswer =
  | { outcome: 'reserved' }
  | { outcome: 'rejected'; failedItems: FailedItem[] }
  /** The release arrived first: the order has ended. */
  | { outcome: 'cancelled' };

/** What is stored together: the reservation, each product's stock, and the events of both. */
export type ReservationChange = {
  /** What was stored before. */
  stored: Reservation | undefined;
  reservation: Reservation;
  stocks: Stock[];
  events: (ReservationEvent | StockEvent)[];
};
type ReservationEvent = NewEvent<
  'inventory.reserved' | 'inventory.reservation.failed' | 'inventory.released' | 'inventory.reservation.expired'
>;

export type ReservationDecision =
  | { outcome: 'answered'; answer: ReserveAnswer; change?: ReservationChange }
  /** product.created of these products has not arrived yet, so it is unknown whether there is enough. */
  | { outcome: 'stock-not-open'; productIds: string[] };

type Stocks = ReadonlyMap<string, Stock>;

type ReserveCommand = Mover & {
  orderId: string;
  lines: readonly Line[];
  /** From when on the order is asked whether it still needs the stock. */
  expiresAt: string;
  trace: Trace;
};

/** Reserves all lines or none. Lines of one product are added up. There is none left of a product that was deleted. */
export function decideReservation(
  { lines: asked, expiresAt, trace, ...mover }: ReserveCommand,
  stored: Reservation | undefined,
  stocks: Stocks,
): ReservationDecision {
  if (stored !== undefined) return { outcome: 'answered', answer: answerOf(stored) };
  const { orderId, at } = mover;
  const lines = mergedLines(asked);
  const notOpen = lines.map(({ productId }) => productId).filter((productId) => !stocks.has(productId));
  if (notOpen.length > 0) return { outcome: 'stock-not-open', productIds: notOpen };

  const failedItems = lines.flatMap(({ productId, quantity }) => {
    const available = orderable(stockOf(stocks, productId));
    return available < quantity ? [{ productId, requestedQuantity: quantity, availableQuantity: available }] : [];
  });
  if (failedItems.length > 0) {
    // A rejection is stored too: a repeated task must not succeed with stock that another order has released since.
    const reservation: Reservation = { orderId, version: 1, status: 'rejected', failedItems };
    const isAnyDeleted = failedItems.some(({ productId }) => stockOf(stocks, productId).isDeleted);
    const reason = isAnyDeleted ? 'product-deleted' : 'out-of-stock';
    const event = eventOf(reservation, at, { type: 'inventory.reservation.failed', data: { orderId, reason, failedItems } });
    return { outcome: 'answered', answer: answerOf(reservation), change: { stored, reservation, stocks: [], events: [event] } };
  }
  const question: ExpiryQuestion = { ...trace, reservedAt: at, expiresAt, dueAt: expiresAt, asked: 0 };
  const reservation: Reservation = { orderId, version: 1, status: 'reserved', lines, question };
  const event = eventOf(reservation, at, { type: 'inventory.reserved', data: { orderId, reservations: lines } });
  const moves = lines.map(({ productId, quantity }) => reserveStock(stockOf(stocks, productId), quantity, mover));
  return { outcome: 'answered', answer: answerOf(reservation), change: { stored, ...together(reservation, [event], moves) } };
}

/**
 * Returns what is reserved for an order, once. Without a reservation it leaves a tombstone, so that a reservation that arrives
 * later is answered `cancelled`. Undefined when there is nothing to change.
 */
export function decideRelease(
  command: Mover & { orderId: string },
  stored: Reservation | undefined,
  stocks: Stocks,
): ReservationChange | undefined {
  const { orderId, at } = command;
  if (stored === undefined) {
    return { stored, reservation: { orderId, version: 1, status: 'released', lines: [] }, stocks: [], events: [] };
  }
  if (stored.status !== 'reserved') return undefined;
  const { lines } = stored;
  const reservation: Reservation = { orderId, version: stored.version + 1, status: 'released', lines };
  const event = eventOf(reservation, at, { type: 'inventory.released', data: { orderId, releases: lines } });
  const moves = lines.map(({ productId, quantity }) => returnStock(stockOf(stocks, productId), quantity, command));
  return { stored, ...together(reservation, [event], moves) };
}

export type ShipmentDecision =
  | { outcome: 'shipped'; change?: ReservationChange }
  /** There is no reservation to ship, or not yet. */
  | { outcome: 'not-reserved'; status: 'none' | 'rejected' | 'released' };

/** Turns what is reserved for an order into shipped stock, once. */
export function decideShipment(
  command: Mover & { orderId: string },
  stored: Reservation | undefined,
  stocks: Stocks,
): ShipmentDecision {
  if (stored?.status === 'shipped') return { outcome: 'shipped' };
  if (stored?.status !== 'reserved') return { outcome: 'not-reserved', status: stored?.status ?? 'none' };
  const { orderId, version, lines } = stored;
  const reservation: Reservation = { orderId, version: version + 1, status: 'shipped', lines };
  const moves = lines.map(({ productId, quantity }) => shipStock(stockOf(stocks, productId), quantity, command));
  return { outcome: 'shipped', change: { stored, ...together(reservation, [], moves) } };
}

function answerOf(reservation: Reservation): ReserveAnswer {
  switch (reservation.status) {
    case 'reserved':
    case 'shipped':
      return { outcome: 'reserved' };
    case 'rejected':
      return { outcome: 'rejected', failedItems: reservation.failedItems };
    case 'released':
      return { outcome: 'cancelled' };
  }
}

const together = (reservation: Reservation, events: ReservationEvent[], moves: StockChange[]) => ({
  reservation,
  stocks: moves.map(({ stock }) => stock),
  events: [...events, ...moves.flatMap((move) => move.events)],
});

type TypeAndData = { [E in ReservationEvent as E['type']]: Pick<E, 'type' | 'data'> }[ReservationEvent['type']];

const eventOf = ({ orderId, version }: Reservation, at: string, typeAndData: TypeAndData): ReservationEvent => ({
  ...typeAndData,
  aggregateId: orderId,
  aggregateVersion: version,
  occurredOn: at,
});

/** Lines of one product added up. */
export function mergedLines(lines: readonly Line[]): Line[] {
  const quantities = new Map<string, number>();
  for (const { productId, quantity } of lines) quantities.set(productId, (quantities.get(productId) ?? 0) + quantity);
  return [...quantities].map(([productId, quantity]) => ({ productId, quantity }));
}

function stockOf(stocks: Stocks, productId: string): Stock {
  const stock = stocks.get(productId);
  if (stock === undefined) throw new RangeError(`the stock of ${productId} was not read`);
  return stock;
}

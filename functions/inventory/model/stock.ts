import type { EventDataByType } from '../../../generated/events/types.ts';
import type { NewEvent } from '../../shared/domain-event.ts';
import { newId } from '../../shared/ids.ts';

/**
 * The stock of one product in pieces. `initial + adjusted = available + reserved + shipped` holds in every version: pieces move
 * between these three, and only an adjustment (counted in `adjusted`) adds or removes any.
 */
export type Stock = {
  productId: string;
  /** The shop that sells the product. Only those who may act for it adjust the stock. */
  localId: string;
  name: string;
  initial: number;
  adjusted: number;
  available: number;
  reserved: number;
  shipped: number;
  /** The producer is warned when fewer pieces are available. */
  lowStockThreshold: number;
  /** Rises by one with each change. It is the `aggregateVersion` of inventory.updated, so a projection can skip what is older. */
  version: number;
};

export type StockEvent = NewEvent<'inventory.updated' | 'inventory.low_stock' | 'inventory.low_stock.v2'>;
/** The stock after a change, and the events of the change. */
export type StockChange = { stock: Stock; events: StockEvent[] };

/** The first stock of a product. Its producer has just entered the count, so there is no warning even if it is low. */
export function openStock(product: EventDataByType['product.created'], at: string): StockChange {
  const { productId, localId, name, initialStock, lowStockThreshold } = product;
  const counts = { initial: initialStock, adjusted: 0, available: initialStock, reserved: 0, shipped: 0 };
  const stock = { productId, localId, name, ...counts, lowStockThreshold, version: 1 };
  return { stock, events: [updated(stock, 0, { reason: 'initial', at })] };
}

export type Adjustment = ({ outcome: 'adjusted' } & StockChange) | RefusedAdjustment;
export type RefusedAdjustment =
  /** An adjustment cannot take reserved pieces: they belong to orders. */
  { outcome: 'below-zero'; available: number; reserved: number } | { outcome: 'over-limit'; limit: number };

/** Available and reserved pieces together, since everything reserved may be returned to the shelf. */
export const maxPieces = 1_000_000_000;

/** Adds or removes available pieces, which may not fall below zero. */
export function decideAdjustment(stock: Stock, command: { delta: number; note: string; at: string }): Adjustment {
  const { delta, note, at } = command;
  const { available, reserved } = stock;
  if (available + delta < 0) return { outcome: 'below-zero', available, reserved };
  if (available + reserved + delta > maxPieces) return { outcome: 'over-limit', limit: maxPieces };
  const after = { ...stock, available: available + delta, adjusted: stock.adjusted + delta };
  return { outcome: 'adjusted', ...changed(stock, after, { reason: 'adjusted', note, at }) };
}

/** Why an adjustment is refused, for people. */
export function refusalText(refused: RefusedAdjustment): string {
  switch (refused.outcome) {
    case 'below-zero': {
      const { available, reserved } = refused;
      return `${available} are available and ${reserved} are reserved for orders: at most ${available} can be taken away`;
    }
    case 'over-limit':
      return `a product has at most ${refused.limit} pieces`;
  }
}

/** Reserves pieces for an order. The caller has checked that enough are available. */
export function reserveStock(stock: Stock, quantity: number, at: string): StockChange {
  const after = { ...stock, available: stock.available - quantity, reserved: stock.reserved + quantity };
  return changed(stock, after, { reason: 'reserved', at });
}

/** Returns the pieces of a cancelled order to the shelf. */
export function returnStock(stock: Stock, quantity: number, at: string): StockChange {
  const after = { ...stock, available: stock.available + quantity, reserved: stock.reserved - quantity };
  return changed(stock, after, { reason: 'released', at });
}

type Movement = { reason: EventDataByType['inventory.updated']['reason']; note?: string; at: string };

function changed(before: Stock, after: Stock, movement: Movement): StockChange {
  const stock = { ...after, version: before.version + 1 };
  const event = updated(stock, before.available, movement);
  return { stock, events: ranLow(before.available, stock) ? [event, ...lowStock(stock, movement.at)] : [event] };
}

/** Warns when the threshold is crossed and when the last piece goes. A warning at each sale below it would be ignored. */
const ranLow = (before: number, { available, lowStockThreshold }: Stock) =>
  (available < lowStockThreshold && before >= lowStockThreshold) || (available === 0 && before > 0);

const updated = (stock: Stock, previousQuantity: number, { reason, note, at }: Movement): StockEvent => ({
  type: 'inventory.updated',
  aggregateId: stock.productId,
  aggregateVersion: stock.version,
  occurredOn: at,
  data: {
    productId: stock.productId,
    previousQuantity,
    currentQuantity: stock.available,
    reason,
    ...(note !== undefined && { note }),
  },
});

/** Both versions are one event, so they share its id. Version 1 goes once nobody handles it (docs/changing-an-event.md). */
function lowStock(stock: Stock, at: string): StockEvent[] {
  const fact = { eventId: newId(at), aggregateId: stock.productId, aggregateVersion: stock.version, occurredOn: at };
  const data = {
    productId: stock.productId,
    localId: stock.localId,
    productName: stock.name,
    currentStock: stock.available,
    threshold: stock.lowStockThreshold,
    urgencyLevel: stock.available === 0 ? ('critical' as const) : ('medium' as const),
  };
  return [
    { ...fact, type: 'inventory.low_stock', data },
    { ...fact, type: 'inventory.low_stock.v2', data },
  ];
}

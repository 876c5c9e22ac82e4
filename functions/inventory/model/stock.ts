import type { EventDataByType } from '../../../generated/events/types.ts';
import type { NewEvent } from '../../shared/domain-event.ts';
import { newId } from '../../shared/ids.ts';
import type { Mover, StockMovement } from './stock-movement.ts';

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
  /** The version of the product that name and threshold were taken from. Missing in stocks of before: the first. */
  productVersion?: number;
  /** The shop sells the product no more: nothing new is reserved. */
  isDeleted?: boolean;
  /** The latest movements, oldest first: those that are not filed yet (see `fileMovements`). */
  movements?: readonly StockMovement[];
  /** Rises by one with each change. It is the `aggregateVersion` of inventory.updated, so a projection can skip what is older. */
  version: number;
};

export type StockEvent = NewEvent<'inventory.updated' | 'inventory.low_stock' | 'inventory.low_stock.v2'>;
/** The stock after a change, and the events of the change. */
export type StockChange = { stock: Stock; events: StockEvent[] };

/** What a product says about its stock. product.deleted repeats neither name nor threshold. */
export type ProductState = {
  productId: string;
  /** Of the product, not of its stock. */
  version: number;
  isDeleted: boolean;
  name?: string;
  lowStockThreshold?: number;
};

/**
 * The first stock of a product. Its producer has just entered the count, so there is no warning even if it is low. `later` is what
 * arrived about the product before product.created did.
 */
export function openStock(
  product: EventDataByType['product.created'],
  mover: Mover,
  later?: Omit<ProductState, 'productId'>,
): StockChange {
  const { productId, localId, name, initialStock, lowStockThreshold } = product;
  const counts = { initial: initialStock, adjusted: 0, available: initialStock, reserved: 0, shipped: 0 };
  const described = later === undefined ? {} : describedBy(later);
  const none = { productId, localId, name, ...counts, lowStockThreshold, ...described, version: 1 };
  const stock = { ...none, movements: [movementOf(none, { ...mover, reason: 'initial', quantity: initialStock })] };
  return { stock, events: [updated(stock, 0, { reason: 'initial', at: mover.at })] };
}

const describedBy = ({ version, isDeleted, name, lowStockThreshold }: Omit<ProductState, 'productId'>) => ({
  productVersion: version,
  ...(name !== undefined && { name }),
  ...(lowStockThreshold !== undefined && { lowStockThreshold }),
  ...(isDeleted && { isDeleted }),
});

/**
 * Takes over what a product says of itself, unless something newer is known: undefined then. Warns when the new threshold is above
 * what is available and the old one was not.
 */
export function changeProduct(stock: Stock, product: ProductState, at: string): StockChange | undefined {
  if (product.version <= (stock.productVersion ?? 1)) return undefined;
  const after: Stock = { ...stock, ...describedBy(product), version: stock.version + 1 };
  const { available } = stock;
  const isCrossed = available < after.lowStockThreshold && available >= stock.lowStockThreshold;
  return { stock: after, events: isCrossed && !product.isDeleted ? lowStock(after, at) : [] };
}

/** Pieces that a new order may have: none of a deleted product. */
export const orderable = ({ available, isDeleted }: Pick<Stock, 'available' | 'isDeleted'>) => (isDeleted ? 0 : available);

export type Adjustment = ({ outcome: 'adjusted' } & StockChange) | RefusedAdjustment;
export type RefusedAdjustment =
  /** An adjustment cannot take reserved pieces: they belong to orders. */
  { outcome: 'below-zero'; available: number; reserved: number } | { outcome: 'over-limit'; limit: number };

/** Available and reserved pieces together, since everything reserved may be returned to the shelf. */
export const maxPieces = 1_000_000_000;

/** Adds or removes available pieces, which may not fall below zero. */
export function decideAdjustment(stock: Stock, command: Mover & { delta: number; note: string }): Adjustment {
  const { delta, ...mover } = command;
  const { available, reserved } = stock;
  if (available + delta < 0) return { outcome: 'below-zero', available, reserved };
  if (available + reserved + delta > maxPieces) return { outcome: 'over-limit', limit: maxPieces };
  const after = { ...stock, available: available + delta, adjusted: stock.adjusted + delta };
  return { outcome: 'adjusted', ...changed(stock, after, { ...mover, reason: 'adjusted', quantity: delta }) };
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
export function reserveStock(stock: Stock, quantity: number, mover: Mover): StockChange {
  const after = { ...stock, available: stock.available - quantity, reserved: stock.reserved + quantity };
  return changed(stock, after, { ...mover, reason: 'reserved', quantity });
}

/** Returns the pieces of a cancelled order to the shelf. */
export function returnStock(stock: Stock, quantity: number, mover: Mover): StockChange {
  const after = { ...stock, available: stock.available + quantity, reserved: stock.reserved - quantity };
  return changed(stock, after, { ...mover, reason: 'released', quantity });
}

/** Turns the reserved pieces of an order into shipped ones. As many can be ordered as before, so no event says so. */
export function shipStock(stock: Stock, quantity: number, mover: Mover): StockChange {
  const after = { ...stock, reserved: stock.reserved - quantity, shipped: stock.shipped + quantity };
  const version = stock.version + 1;
  return { stock: withMovement({ ...after, version }, { ...mover, reason: 'shipped', quantity }), events: [] };
}

type Movement = Mover & Pick<StockMovement, 'quantity'> & { reason: EventDataByType['inventory.updated']['reason'] };

function changed(before: Stock, after: Stock, movement: Movement): StockChange {
  const stock = withMovement({ ...after, version: before.version + 1 }, movement);
  const event = updated(stock, before.available, movement);
  return { stock, events: ranLow(before.available, stock) ? [event, ...lowStock(stock, movement.at)] : [event] };
}

type Moved = Mover & Pick<StockMovement, 'reason' | 'quantity'>;

const withMovement = (stock: Stock, moved: Moved): Stock => ({
  ...stock,
  movements: [...(stock.movements ?? []), movementOf(stock, moved)],
});

const movementOf = (
  { version, available, reserved }: Pick<Stock, 'version' | 'available' | 'reserved'>,
  { at, reason, quantity, userId, orderId, note }: Moved,
): StockMovement => ({
  ...{ version, at, reason, quantity, available, reserved },
  ...(userId !== undefined && { userId }),
  ...(orderId !== undefined && { orderId }),
  ...(note !== undefined && { note }),
});

/**
 * Warns when the threshold is crossed and when the last piece goes. A warning at each sale below it would be ignored. Nobody restocks
 * a product that is not sold any more.
 */
const ranLow = (before: number, { available, lowStockThreshold, isDeleted }: Stock) =>
  !isDeleted && ((available < lowStockThreshold && before >= lowStockThreshold) || (available === 0 && before > 0));

const updated = (
  stock: Stock,
  previousQuantity: number,
  { reason, note, at }: Pick<Movement, 'reason' | 'note' | 'at'>,
): StockEvent => ({
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

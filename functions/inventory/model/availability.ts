import type { Line } from './reservation.ts';
import { orderable, type Stock } from './stock.ts';

/** What the answer about a product rests on. */
export type CheckedStock = Pick<Stock, 'available' | 'version' | 'isDeleted'>;

export type LineAvailability = {
  productId: string;
  requested: number;
  /** Pieces that a new order may have. */
  available: number;
  isAvailable: boolean;
  /** Whether there is a stock of the product. One that was published a moment ago may get it yet. */
  isKnown: boolean;
  /** Of the stock; 0 when there is none. */
  version: number;
};

/**
 * Whether so much of each product can be ordered, one line for each product. What is unknown is not available, and neither is what its
 * shop has deleted. Nothing is reserved by it.
 */
export function availabilityOf(
  wanted: readonly Line[],
  stocks: ReadonlyMap<string, CheckedStock>,
): { allAvailable: boolean; lines: LineAvailability[] } {
  const lines = wanted.map(({ productId, quantity }): LineAvailability => {
    const stock = stocks.get(productId);
    const available = stock === undefined ? 0 : orderable(stock);
    return {
      productId,
      requested: quantity,
      available,
      isAvailable: available >= quantity,
      isKnown: stock !== undefined,
      version: stock?.version ?? 0,
    };
  });
  return { allAvailable: lines.every(({ isAvailable }) => isAvailable), lines };
}

import { status } from '@grpc/grpc-js';
import { isId } from '../../functions/inventory/model/stock-entry.ts';
import type { StockLevel } from '../../functions/inventory/model/stock-feed.ts';
import type { CheckStockResponse, StockAvailability, StockLine } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import { RefusedCallError } from '../../grpc-shared/calls/call-errors.ts';

export const maxCheckedProducts = 100;
const maxQuantity = 1_000_000;

/** The pieces wanted of each product, in the order of the lines. @throws {RefusedCallError} INVALID_ARGUMENT */
export function wantedOf(lines: readonly StockLine[]): ReadonlyMap<string, number> {
  const wanted = new Map<string, number>();
  for (const { productId, quantity } of lines) {
    if (!isId(productId)) throw invalid('a product id is not a UUID');
    if (quantity < 1 || quantity > maxQuantity) throw invalid(`a quantity must be 1 to ${maxQuantity}`);
    wanted.set(productId, (wanted.get(productId) ?? 0) + quantity);
  }
  if (wanted.size < 1 || wanted.size > maxCheckedProducts) throw invalid(`1 to ${maxCheckedProducts} products can be checked`);
  return wanted;
}

/** Whether so much of each product is there. What is unknown is not available. */
export function availabilityOf(wanted: ReadonlyMap<string, number>, levels: ReadonlyMap<string, StockLevel>): CheckStockResponse {
  const lines = [...wanted].map(([productId, requested]): StockAvailability => {
    const level = levels.get(productId);
    const available = level?.available ?? 0;
    return {
      productId,
      requested,
      available,
      isAvailable: available >= requested,
      isKnown: level !== undefined,
      aggregateVersion: BigInt(level?.version ?? 0),
    };
  });
  return { allAvailable: lines.every(({ isAvailable }) => isAvailable), lines };
}

const invalid = (text: string) => new RefusedCallError(status.INVALID_ARGUMENT, text);

import { status } from '@grpc/grpc-js';
import { availabilityOf, type CheckedStock } from '../../functions/inventory/model/availability.ts';
import { isId } from '../../functions/inventory/model/stock-entry.ts';
import type { CheckStockResponse, StockLine } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
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

/** What the REST twin answers too: whether so much of each product can be ordered. */
export function answerOf(wanted: ReadonlyMap<string, number>, stocks: ReadonlyMap<string, CheckedStock>): CheckStockResponse {
  const { allAvailable, lines } = availabilityOf(
    [...wanted].map(([productId, quantity]) => ({ productId, quantity })),
    stocks,
  );
  return {
    allAvailable,
    lines: lines.map(({ version, ...line }) => ({ ...line, aggregateVersion: BigInt(version) })),
  };
}

const invalid = (text: string) => new RefusedCallError(status.INVALID_ARGUMENT, text);

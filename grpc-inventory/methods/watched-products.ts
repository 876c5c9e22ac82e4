import { status } from '@grpc/grpc-js';
import { isId } from '../../functions/inventory/model/stock-entry.ts';
import type { WatchedProduct } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import { RefusedCallError } from '../../grpc-shared/calls/call-errors.ts';
import type { FirstReads } from '../board/first-reads.ts';
import { BoardFullError, type StockBoard } from '../board/stock-board.ts';
import type { Subscription } from '../board/subscription.ts';

const maxWatchedProducts = 1000;

/** What is watched, and which version of it the caller has seen. @throws {RefusedCallError} INVALID_ARGUMENT */
export function seenOf(products: readonly WatchedProduct[]): ReadonlyMap<string, number> {
  const seen = new Map(products.map(({ productId, seenVersion }) => [productId, Number(seenVersion)]));
  const text = `at most ${maxWatchedProducts} different products can be watched`;
  if (products.length > maxWatchedProducts || seen.size !== products.length) throw invalid(text);
  for (const [productId, version] of seen) {
    if (!isId(productId)) throw invalid('a product id is not a UUID');
    if (!Number.isSafeInteger(version)) throw invalid('a version cannot be that high');
  }
  return seen;
}

/** @throws {RefusedCallError} RESOURCE_EXHAUSTED when this process cannot follow more */
export function subscribeTo(board: StockBoard, organizationId: string, seen: ReadonlyMap<string, number>): Subscription {
  try {
    return board.subscribe(organizationId, seen);
  } catch (thrown) {
    if (!(thrown instanceof BoardFullError)) throw thrown;
    throw new RefusedCallError(status.RESOURCE_EXHAUSTED, 'this replica cannot follow more: try another');
  }
}

/**
 * Offers the subscriber what is stored. It has subscribed before, so a change made meanwhile reaches it as well, by the feed.
 * @returns the products without a stock
 */
export async function offerSnapshot(
  subscription: Subscription,
  seen: ReadonlyMap<string, number>,
  firstReads: FirstReads,
): Promise<string[]> {
  const levels = await firstReads.levels(subscription.organizationId, seen.keys());
  const unknown: string[] = [];
  for (const [productId, seenVersion] of seen) {
    const level = levels.get(productId);
    if (level === undefined) unknown.push(productId);
    else subscription.offerStored(level, seenVersion);
  }
  return unknown;
}

export const invalid = (text: string) => new RefusedCallError(status.INVALID_ARGUMENT, text);

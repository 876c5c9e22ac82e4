import { hash } from 'node:crypto';
import type { Stock } from './stock.ts';

/** What a reader of live stock is told of a product. */
export type StockLevel = Pick<Stock, 'productId' | 'available' | 'reserved' | 'shipped' | 'version'>;

/** All stocks that one commit changed. `id` is a UUID v7: rows sort by the time they were made. */
export type StockFeedRow = { id: string; organizationId: string; levels: StockLevel[] };

/** The feed is spread over so many partitions; a market is always in the same one, so that a reader follows only those it needs. */
export const stockFeedShards = 4;

export function stockFeedShardOf(organizationId: string): number {
  return Number.parseInt(hash('sha256', organizationId).slice(0, 2), 16) % stockFeedShards;
}

export const levelOf = ({ productId, available, reserved, shipped, version }: StockLevel): StockLevel => ({
  productId,
  available,
  reserved,
  shipped,
  version,
});

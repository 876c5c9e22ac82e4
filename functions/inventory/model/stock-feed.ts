import { hash } from 'node:crypto';
import type { Stock } from './stock.ts';

/** What readers see of a product's stock, over REST, gRPC and the feed alike. */
export type StockLevel = Pick<Stock, 'productId' | 'available' | 'reserved' | 'shipped' | 'version'>;

/** All stocks that one commit changed. `id` is a UUID v7, so rows sort by the time they were made. */
export type StockFeedRow = { id: string; organizationId: string; levels: StockLevel[] };

/** Partitions of the feed. An organization always has the same one, so a reader follows only those that it needs. */
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

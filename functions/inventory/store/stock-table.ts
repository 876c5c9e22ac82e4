import { flag, list, number, optional, record, text } from '../../shared/store/codec.ts';
import type { Key } from '../../shared/store/dynamo.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import type { Write } from '../../shared/store/write.ts';
import type { Stock } from '../model/stock.ts';
import { fileMovements } from '../model/stock-movement.ts';
import { movementCodec, putMovementPage } from './movement-table.ts';
import { putStockFeedRow } from './stock-feed-table.ts';

export const stockKey = (organizationId: string, productId: string): Key => ({
  pk: `ORG#${organizationId}#PRODUCT#${productId}`,
  sk: 'STOCK',
});

/** Stocks under their tenant, one for each product. A stock is missing until product.created has arrived. */
export const stocks = versionedItems<Stock>({
  key: stockKey,
  idOf: ({ productId }) => productId,
  codec: record<Stock>({
    productId: text,
    localId: text,
    name: text,
    initial: number,
    adjusted: number,
    available: number,
    reserved: number,
    shipped: number,
    lowStockThreshold: number,
    productVersion: optional(number),
    isDeleted: optional(flag),
    movements: optional(list(movementCodec)),
    version: number,
  }),
});

/** Stores stocks that changed together with their row of the feed and the movements that are filed, so that no change is missing there. */
export function putStocks(organizationId: string, changed: readonly Stock[]): Write[] {
  if (changed.length === 0) return [];
  const filed = fileMovements(changed);
  return [
    ...filed.stocks.map((stock) => stocks.put(organizationId, stock)),
    ...filed.pages.map((page) => putMovementPage(organizationId, page)),
    putStockFeedRow(organizationId, changed),
  ];
}

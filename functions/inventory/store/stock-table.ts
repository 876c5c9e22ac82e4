import { number, record, text } from '../../shared/store/codec.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import type { Write } from '../../shared/store/write.ts';
import type { Stock } from '../model/stock.ts';
import { putStockFeedRow } from './stock-feed-table.ts';

/** Stocks under their tenant, one for each product. A stock is missing until product.created has arrived. */
export const stocks = versionedItems<Stock>({
  key: (organizationId, productId) => ({ pk: `ORG#${organizationId}#PRODUCT#${productId}`, sk: 'STOCK' }),
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
    version: number,
  }),
});

/** Stores stocks that changed together with their row of the feed, so that no change is missing there. */
export const putStocks = (organizationId: string, changed: readonly Stock[]): Write[] =>
  changed.length === 0
    ? []
    : [...changed.map((stock) => stocks.put(organizationId, stock)), putStockFeedRow(organizationId, changed)];

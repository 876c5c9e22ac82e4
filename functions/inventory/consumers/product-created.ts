import { consume } from '../../shared/events/consume.ts';
import { openStock } from '../model/stock.ts';
import { findEarlyProduct, takeEarlyProduct } from '../store/early-product-table.ts';
import { putStocks, stocks } from '../store/stock-table.ts';

/**
 * Opens a product's stock, with what has arrived about the product before. A stock that exists is never reset, whichever event says
 * that the product was created.
 */
export const onProductCreated = consume('product.created', async ({ eventData }, { organizationId, at, cause }) => {
  const { productId } = eventData;
  const [stored, early] = await Promise.all([
    stocks.find(organizationId, productId),
    findEarlyProduct(organizationId, productId),
  ]);
  if (stored !== undefined) return undefined;
  const { stock, events } = openStock(eventData, { at, userId: cause.userId }, early);
  return {
    writes: [...putStocks(organizationId, [stock]), takeEarlyProduct(organizationId, productId, early)],
    publish: events,
  };
});

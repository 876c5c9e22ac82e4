import { consume } from '../../shared/events/consume.ts';
import { openStock } from '../model/stock.ts';
import { putStocks, stocks } from '../store/stock-table.ts';

/** Opens a product's stock. A stock that exists is never reset, whichever event says that the product was created. */
export const onProductCreated = consume('product.created', async ({ eventData }, { organizationId, at }) => {
  const stored = await stocks.find(organizationId, eventData.productId);
  if (stored !== undefined) return undefined;
  const { stock, events } = openStock(eventData, at);
  return { writes: putStocks(organizationId, [stock]), publish: events };
});

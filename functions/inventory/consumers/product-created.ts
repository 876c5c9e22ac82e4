import { consume } from '../../shared/events/event-consumer.ts';
import { commit } from '../../shared/store/commit.ts';
import { openStock } from '../model/stock.ts';
import { putStocks } from '../store/stock-table.ts';

/** Opens a product's stock. One that stands is never reset, whatever event says that the product was created. */
export const onProductCreated = consume('product.created', async ({ eventData }, cause) => {
  const { stock, events } = openStock(eventData, new Date().toISOString());
  await commit({ cause, writes: putStocks(cause.organizationId, [stock]), publish: events });
});

import { etag, ok, unknownHere } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { levelOf } from '../model/stock-feed.ts';
import { stocks } from '../store/stock-table.ts';

export const getStock = route('GET /inventory/{productId}', async ({ params, caller, receivedAt }) => {
  const stock = await stocks.find(caller.organizationId, params.productId);
  return stock === undefined ? unknownHere(params.productId, receivedAt) : ok(levelOf(stock), { ETag: etag(stock.version) });
});

import { mayActFor, notYourShop } from '../../shared/caller.ts';
import { ok, problem, unknownHere } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { listMovements } from '../store/movement-table.ts';
import { stocks } from '../store/stock-table.ts';

/** Who moved pieces of a product, why, how many and for which order, for those who may act for its shop. */
export const listStockMovements = route('GET /inventory/{productId}/movements', async ({ params, query, caller, receivedAt }) => {
  const { organizationId } = caller;
  const stock = await stocks.find(organizationId, params.productId);
  if (stock === undefined) return unknownHere(params.productId, receivedAt);
  if (!mayActFor(caller, stock.localId)) return problem('not-allowed', { detail: notYourShop });
  return ok(await listMovements(organizationId, stock, query));
});

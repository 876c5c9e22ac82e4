import { mayActFor, notYourShop } from '../../shared/caller.ts';
import { etag, ok, problem, type Refusal, unknownHere, unprocessable } from '../../shared/rest/answer.ts';
import { givenIfMatch, staleVersion } from '../../shared/rest/if-match.ts';
import { route } from '../../shared/rest/route.ts';
import { decideAdjustment, type RefusedAdjustment, refusalText } from '../model/stock.ts';
import { levelOf } from '../model/stock-feed.ts';
import { putStocks, stocks } from '../store/stock-table.ts';

/**
 * Adds pieces that were found or takes away pieces that were lost, for those who may act for the product's shop. The body holds a
 * difference, so sales in between still count.
 */
export const adjustStock = route('PUT /inventory/{productId}', async ({ params, body, caller, headers, receivedAt }) => {
  const stock = await stocks.find(caller.organizationId, params.productId);
  if (stock === undefined) return unknownHere(params.productId, receivedAt);
  if (!mayActFor(caller, stock.localId)) return problem('not-allowed', { detail: notYourShop });
  if (givenIfMatch(headers)?.accepts(stock.version) === false) return staleVersion(stock.version);
  const adjustment = decideAdjustment(stock, { delta: body.delta, note: body.reason, at: receivedAt, userId: caller.userId });
  if (adjustment.outcome !== 'adjusted') return refused(adjustment);
  return {
    answer: ok(levelOf(adjustment.stock), { ETag: etag(adjustment.stock.version) }),
    writes: putStocks(caller.organizationId, [adjustment.stock]),
    publish: adjustment.events,
  };
});

function refused(refusal: RefusedAdjustment): Refusal {
  const detail = refusalText(refusal);
  return refusal.outcome === 'below-zero'
    ? problem('stock-reserved', { detail })
    : unprocessable(detail, [{ path: '/delta', message: 'is too large' }]);
}

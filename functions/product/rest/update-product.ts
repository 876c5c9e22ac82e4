import { mayActFor, notYourShop } from '../../shared/caller.ts';
import { etag, notFound, ok, problem } from '../../shared/rest/answer.ts';
import { requiredIfMatch, staleVersion } from '../../shared/rest/if-match.ts';
import { route } from '../../shared/rest/route.ts';
import { decideUpdate, shownProduct } from '../model/product.ts';
import { findSold, products } from '../store/product-table.ts';

/** Changes a product for those who may act for its shop. A patch that changes nothing writes and publishes nothing. */
export const updateProduct = route('PATCH /products/{productId}', async ({ params, body, caller, headers, receivedAt }) => {
  const { organizationId } = caller;
  const ifMatch = requiredIfMatch(headers);
  const before = await findSold(organizationId, params.productId);
  if (before === undefined) return notFound();
  if (!mayActFor(caller, before.localId)) return problem('not-allowed', { detail: notYourShop });
  if (!ifMatch.accepts(before.version)) return staleVersion(before.version);
  const update = decideUpdate(before, body, receivedAt);
  const product = update?.product ?? before;
  return {
    answer: ok(shownProduct(product), { ETag: etag(product.version) }),
    ...(update && { writes: [products.put(organizationId, product)], publish: [update.event] }),
  };
});

import { mayActFor, notYourShop } from '../../shared/caller.ts';
import { noContent, notFound, problem } from '../../shared/rest/answer.ts';
import { givenIfMatch, staleVersion } from '../../shared/rest/if-match.ts';
import { route } from '../../shared/rest/route.ts';
import { decideDeletion } from '../model/product.ts';
import { findSold, products } from '../store/product-table.ts';

/** Ends the sale of a product, for those who may act for its shop. The item stays, so that the id is never given again. */
export const deleteProduct = route('DELETE /products/{productId}', async ({ params, caller, headers, receivedAt }) => {
  const { organizationId } = caller;
  const ifMatch = givenIfMatch(headers);
  const before = await findSold(organizationId, params.productId);
  if (before === undefined) return notFound();
  if (!mayActFor(caller, before.localId)) return problem('not-allowed', { detail: notYourShop });
  if (ifMatch?.accepts(before.version) === false) return staleVersion(before.version);
  const { product, event } = decideDeletion(before, receivedAt);
  return { answer: noContent, writes: [products.put(organizationId, product)], publish: [event] };
});

import { authClient } from '../../shared/auth/auth-client.ts';
import { notYourShop } from '../../shared/caller.ts';
import { newId } from '../../shared/ids.ts';
import { created, problem, unprocessable } from '../../shared/rest/answer.ts';
import { bearerToken } from '../../shared/rest/header.ts';
import { route } from '../../shared/rest/route.ts';
import { newProduct } from '../model/product.ts';
import { products } from '../store/product-table.ts';

/** Publishes a product of a shop that the caller works for. While Auth cannot say so, the answer is 503. */
export const createProduct = route('POST /products', async ({ body, headers, caller, cause, receivedAt }) => {
  const { userId, organizationId } = caller;
  const token = bearerToken(headers) ?? '';
  const local = await authClient().validateLocal({ userId, organizationId, localId: body.localId, token }, cause);
  // The shops of an organization are no secret within it; those of others are unknown.
  if (!local.isValid && local.reason === 'not-assigned') return problem('not-allowed', { detail: notYourShop });
  if (!local.isValid) {
    return unprocessable('there is no such shop', [{ path: '/localId', message: 'names no shop of your organization' }]);
  }
  const { product, event } = newProduct(body, newId(receivedAt), receivedAt);
  const { productId } = product;
  return {
    answer: created({ productId }, `products/${productId}`),
    writes: [products.put(organizationId, product)],
    publish: [event],
  };
});

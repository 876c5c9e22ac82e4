import { authClient } from '../../shared/auth/auth-client.ts';
import { newId } from '../../shared/ids.ts';
import { created, unprocessable } from '../../shared/rest/answer.ts';
import { bearerToken } from '../../shared/rest/header.ts';
import { route } from '../../shared/rest/route.ts';
import { newProduct } from '../model/product.ts';
import { products } from '../store/product-table.ts';

/** Publishes a product of a shop that the caller works for. While Auth cannot say so, the answer is 503. */
export const createProduct = route('POST /products', async ({ body, headers, caller, cause, receivedAt }) => {
  const { userId, organizationId } = caller;
  const token = bearerToken(headers) ?? '';
  const local = await authClient().validateLocal({ userId, organizationId, localId: body.localId, token }, cause);
  if (!local.isValid) {
    return unprocessable('you do not work for this shop', [{ path: '/localId', message: 'is not a shop that you work for' }]);
  }
  const { product, event } = newProduct(body, newId(receivedAt), receivedAt);
  const { productId } = product;
  return {
    answer: created({ productId }, `products/${productId}`),
    writes: [products.put(organizationId, product)],
    publish: [event],
  };
});

import type { ProductOperations } from '../../../generated/rest/product.ts';
import { authClient } from '../../shared/auth/auth-client.ts';
import { newId } from '../../shared/ids.ts';
import { created, unprocessable } from '../../shared/rest/answer.ts';
import { bearerToken } from '../../shared/rest/bearer-token.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { commitNew } from '../../shared/store/commit.ts';
import { createProduct } from '../model/product.ts';
import { putNewProduct } from '../store/product-table.ts';

type Operation = ProductOperations['POST /products'];

/** POST /products, for a shop of the caller's organization that the caller works for. Auth out: 503, since nobody can say. */
export const createProductRoute: Route<Operation> = async ({ body, headers, caller, cause, receivedAt }) => {
  const { userId, organizationId } = caller;
  const token = bearerToken(headers) ?? '';
  const local = await authClient().validateLocal({ userId, organizationId, localId: body.localId, token }, cause);
  if (!local.isValid) {
    return unprocessable('this is no shop of yours', [{ path: '/localId', message: 'is no shop that you work for' }]);
  }
  const { product, event } = createProduct(body, newId(receivedAt), receivedAt);
  const answer = created({ productId: product.productId } satisfies Operation['answer'], `/api/v1/products/${product.productId}`);
  await commitNew({ cause, writes: [putNewProduct(organizationId, product)], publish: [event], answer });
  return answer;
};

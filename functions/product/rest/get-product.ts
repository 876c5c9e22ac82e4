import { etag, notFound, ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { shownProduct } from '../model/product.ts';
import { findSold } from '../store/product-table.ts';

export const getProduct = route('GET /products/{productId}', async ({ params, caller }) => {
  const product = await findSold(caller.organizationId, params.productId);
  return product === undefined ? notFound() : ok(shownProduct(product), { ETag: etag(product.version) });
});

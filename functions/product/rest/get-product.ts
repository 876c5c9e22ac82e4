import type { ProductOperations } from '../../../generated/rest/product.ts';
import { etag, notFound, ok } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { findProduct } from '../store/product-table.ts';

type Operation = ProductOperations['GET /products/{productId}'];

/** GET /products/{productId} */
export const getProductRoute: Route<Operation> = async ({ params, caller }) => {
  const product = await findProduct(caller.organizationId, params.productId);
  if (product === undefined) return notFound();
  const { version, ...shown } = product;
  return ok(shown satisfies Operation['answer'], { ETag: etag(version) });
};

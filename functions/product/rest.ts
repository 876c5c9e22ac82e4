import { type ProductOperations, productOperations } from '../../generated/rest/product.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { createProductRoute } from './rest/create-product.ts';
import { getProductRoute } from './rest/get-product.ts';

export const handler = restHandler<ProductOperations>(productOperations, {
  'POST /products': createProductRoute,
  'GET /products/{productId}': getProductRoute,
});

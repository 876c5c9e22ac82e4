import { productOperations } from '../../generated/rest/product.ts';
import { authClient } from '../shared/auth/auth-client.ts';
import { readAhead } from '../shared/aws/read-ahead.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { createProduct } from './rest/create-product.ts';
import { deleteProduct } from './rest/delete-product.ts';
import { getAvailability } from './rest/get-availability.ts';
import { getProduct } from './rest/get-product.ts';
import { updateProduct } from './rest/update-product.ts';

await readAhead({ 'connection to Auth': () => authClient().connect() });

export const handler = restHandler(productOperations, {
  createProduct,
  getProduct,
  updateProduct,
  deleteProduct,
  getAvailability,
});

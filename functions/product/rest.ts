import { productOperations } from '../../generated/rest/product.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { createProduct } from './rest/create-product.ts';
import { getProduct } from './rest/get-product.ts';

export const handler = restHandler(productOperations, { createProduct, getProduct });

import { productSearchOperations } from '../../generated/rest/product-search.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { searchProducts } from './rest/search-products.ts';

export const handler = restHandler(productSearchOperations, { searchProducts });

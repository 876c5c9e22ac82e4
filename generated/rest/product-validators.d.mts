// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import type { ProductOperations } from './product.ts';

export declare const createProductParams: Validator<ProductOperations['POST /products']['params']>;
export declare const createProductQuery: Validator<ProductOperations['POST /products']['query']>;
export declare const createProductBody: Validator<ProductOperations['POST /products']['body']>;
export declare const getProductParams: Validator<ProductOperations['GET /products/{productId}']['params']>;
export declare const getProductQuery: Validator<ProductOperations['GET /products/{productId}']['query']>;

// Generated from the contracts by `npm run generate`. Do not edit.
import { validateProductDraft } from '../validators/product.ts';
import { validateNoParams, validateNoQuery, validateProductIdParams } from '../validators/rest.ts';

/** What the contract says about each operation. `success` is the lowest status of success. */
export const productOperations = {
  createProduct: {
    route: 'POST /products',
    permission: 'product:write',
    secured: true,
    idempotent: true,
    success: 201,
    validateParams: validateNoParams,
    validateQuery: validateNoQuery,
    validateBody: validateProductDraft,
  },
  getProduct: {
    route: 'GET /products/{productId}',
    permission: 'product:read',
    secured: true,
    idempotent: false,
    success: 200,
    validateParams: validateProductIdParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
} as const;

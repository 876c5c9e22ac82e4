// Generated from the contracts by `npm run generate`. Do not edit.
import { validateProductDraft, validateProductPatch } from '../validators/product.ts';
import { validateNoParams, validateNoQuery, validateProductIdParams } from '../validators/rest.ts';

/**
 * What the contract says about each operation. `shop`: it changes or reads what belongs to one shop. `location`: the relative
 * reference of a 201, to be filled in from the path and the response. `success`: the lowest successful status.
 */
export const productOperations = {
  createProduct: {
    route: 'POST /products',
    permission: 'product:write',
    secured: true,
    idempotent: true,
    shop: true,
    location: 'products/{productId}',
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
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateProductIdParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
  updateProduct: {
    route: 'PATCH /products/{productId}',
    permission: 'product:write',
    secured: true,
    idempotent: false,
    shop: true,
    location: undefined,
    success: 200,
    validateParams: validateProductIdParams,
    validateQuery: validateNoQuery,
    validateBody: validateProductPatch,
  },
  deleteProduct: {
    route: 'DELETE /products/{productId}',
    permission: 'product:write',
    secured: true,
    idempotent: false,
    shop: true,
    location: undefined,
    success: 204,
    validateParams: validateProductIdParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
  getAvailability: {
    route: 'GET /products/{productId}/availability',
    permission: 'product:read',
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateProductIdParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
} as const;

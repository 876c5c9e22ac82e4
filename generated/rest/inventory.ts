// Generated from the contracts by `npm run generate`. Do not edit.
import { validateStockAdjustment } from '../validators/inventory.ts';
import { validateNoQuery, validateProductIdParams } from '../validators/rest.ts';

/** What the contract says about each operation. `success` is the lowest status of success. */
export const inventoryOperations = {
  getStock: {
    route: 'GET /inventory/{productId}',
    permission: 'inventory:read',
    secured: true,
    idempotent: false,
    success: 200,
    validateParams: validateProductIdParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
  adjustStock: {
    route: 'PUT /inventory/{productId}',
    permission: 'inventory:adjust',
    secured: true,
    idempotent: true,
    success: 200,
    validateParams: validateProductIdParams,
    validateQuery: validateNoQuery,
    validateBody: validateStockAdjustment,
  },
} as const;

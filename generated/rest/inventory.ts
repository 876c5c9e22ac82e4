// Generated from the contracts by `npm run generate`. Do not edit.
import { validateAvailabilityQuery, validateStockAdjustment } from '../validators/inventory.ts';
import { validateCursorLimitQuery, validateNoParams, validateNoQuery, validateProductIdParams } from '../validators/rest.ts';

/**
 * What the contract says about each operation. `shop`: it changes or reads what belongs to one shop. `location`: the relative
 * reference of a 201, to be filled in from the path and the response. `success`: the lowest successful status.
 */
export const inventoryOperations = {
  checkAvailability: {
    route: 'POST /inventory/check-availability',
    permission: 'inventory:read',
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateNoParams,
    validateQuery: validateNoQuery,
    validateBody: validateAvailabilityQuery,
  },
  getStock: {
    route: 'GET /inventory/{productId}',
    permission: 'inventory:read',
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
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
    shop: true,
    location: undefined,
    success: 200,
    validateParams: validateProductIdParams,
    validateQuery: validateNoQuery,
    validateBody: validateStockAdjustment,
  },
  listStockMovements: {
    route: 'GET /inventory/{productId}/movements',
    permission: 'inventory:adjust',
    secured: true,
    idempotent: false,
    shop: true,
    location: undefined,
    success: 200,
    validateParams: validateProductIdParams,
    validateQuery: validateCursorLimitQuery,
    validateBody: undefined,
  },
} as const;

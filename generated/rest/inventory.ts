// Generated from the contracts by `npm run generate`. Do not edit.
import * as validators from './inventory-validators.mjs';
/** Units of a product. `available` can be ordered, `reserved` is set aside for orders, `shipped` has left. */
export type Stock = {
  productId: string;
  available: number;
  reserved: number;
  shipped: number;
  /** As in the ETag. */
  version: number;
};

export type StockAdjustment = {
  /** Units to add; negative to take away. Not 0. */
  delta: number;
  reason: string;
};

/** What each route takes and answers. */
export type InventoryOperations = {
  'GET /inventory/{productId}': {
    params: {
      productId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    answer: Stock;
  };
  'PUT /inventory/{productId}': {
    params: {
      productId: string;
    };
    query: Record<never, never>;
    body: StockAdjustment;
    secured: true;
    answer: Stock;
  };
};

/** What the contract says of each route. */
export const inventoryOperations = {
  'GET /inventory/{productId}': {
    permission: 'inventory:read',
    secured: true,
    idempotent: false,
    validateParams: validators.getStockParams,
    validateQuery: validators.getStockQuery,
    validateBody: undefined,
  },
  'PUT /inventory/{productId}': {
    permission: 'inventory:adjust',
    secured: true,
    idempotent: true,
    validateParams: validators.adjustStockParams,
    validateQuery: validators.adjustStockQuery,
    validateBody: validators.adjustStockBody,
  },
} as const;

// Generated from the contracts by `npm run generate`. Do not edit.
import { validateCancelOrder, validateOrderDraft, validateOrderIdParams } from '../validators/order.ts';
import { validateCursorLimitQuery, validateCustomerIdParams, validateNoParams, validateNoQuery } from '../validators/rest.ts';

/**
 * What the contract says about each operation. `shop`: it changes or reads what belongs to one shop. `location`: the relative
 * reference of a 201, to be filled in from the path and the response. `success`: the lowest successful status.
 */
export const orderOperations = {
  placeOrder: {
    route: 'POST /orders',
    permission: 'order:place',
    secured: true,
    idempotent: true,
    shop: false,
    location: 'orders/{orderId}',
    success: 201,
    validateParams: validateNoParams,
    validateQuery: validateNoQuery,
    validateBody: validateOrderDraft,
  },
  getOrder: {
    route: 'GET /orders/{orderId}',
    permission: 'order:read',
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateOrderIdParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
  getTimeline: {
    route: 'GET /orders/{orderId}/timeline',
    permission: 'order:read',
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateOrderIdParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
  listOrdersOfCustomer: {
    route: 'GET /orders/customer/{customerId}',
    permission: 'order:read',
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateCustomerIdParams,
    validateQuery: validateCursorLimitQuery,
    validateBody: undefined,
  },
  cancelOrder: {
    route: 'POST /orders/{orderId}/cancel',
    permission: 'order:cancel',
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateOrderIdParams,
    validateQuery: validateNoQuery,
    validateBody: validateCancelOrder,
  },
} as const;

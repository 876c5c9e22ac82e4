// Generated from the contracts by `npm run generate`. Do not edit.
import { validateCancelOrder, validateCustomerIdParams, validateOrderDraft, validateOrderIdParams } from '../validators/order.ts';
import { validateCursorLimitQuery, validateNoParams, validateNoQuery } from '../validators/rest.ts';

/** What the contract says about each operation. `success` is the lowest status of success. */
export const orderOperations = {
  placeOrder: {
    route: 'POST /orders',
    permission: 'order:place',
    secured: true,
    idempotent: true,
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
    success: 200,
    validateParams: validateOrderIdParams,
    validateQuery: validateNoQuery,
    validateBody: validateCancelOrder,
  },
} as const;

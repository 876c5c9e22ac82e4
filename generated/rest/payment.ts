// Generated from the contracts by `npm run generate`. Do not edit.
import { validatePaymentIdParams, validatePaymentMethodToValidate, validateProviderMessage } from '../validators/payment.ts';
import { validateNoParams, validateNoQuery } from '../validators/rest.ts';

/**
 * What the contract says about each operation. `shop`: it changes or reads what belongs to one shop. `location`: the relative
 * reference of a 201, to be filled in from the path and the response. `success`: the lowest successful status.
 */
export const paymentOperations = {
  validatePaymentMethod: {
    route: 'POST /payments/methods/validate',
    permission: 'order:place',
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateNoParams,
    validateQuery: validateNoQuery,
    validateBody: validatePaymentMethodToValidate,
  },
  getPayment: {
    route: 'GET /payments/{paymentId}',
    permission: 'payment:read',
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validatePaymentIdParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
  receiveProviderEvent: {
    route: 'POST /payments/webhook',
    permission: undefined,
    secured: false,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateNoParams,
    validateQuery: validateNoQuery,
    validateBody: validateProviderMessage,
  },
} as const;

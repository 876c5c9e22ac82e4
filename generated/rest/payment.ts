// Generated from the contracts by `npm run generate`. Do not edit.
import { validatePaymentIdParams, validateProviderMessage } from '../validators/payment.ts';
import { validateNoParams, validateNoQuery } from '../validators/rest.ts';

/** What the contract says about each operation. `success` is the lowest status of success. */
export const paymentOperations = {
  getPayment: {
    route: 'GET /payments/{paymentId}',
    permission: 'payment:read',
    secured: true,
    idempotent: false,
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
    success: 200,
    validateParams: validateNoParams,
    validateQuery: validateNoQuery,
    validateBody: validateProviderMessage,
  },
} as const;

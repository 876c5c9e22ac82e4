// Generated from the contracts by `npm run generate`. Do not edit.
import { validateLocalIdParams } from '../validators/auth-twins.ts';
import { validateNoParams, validateNoQuery, validateUserIdParams } from '../validators/rest.ts';

/** What the contract says about each operation. `success` is the lowest status of success. */
export const authTwinsOperations = {
  verifyToken: {
    route: 'GET /auth/verify',
    permission: undefined,
    secured: false,
    idempotent: false,
    success: 200,
    validateParams: validateNoParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
  getPermissions: {
    route: 'GET /auth/users/{userId}/permissions',
    permission: 'auth:manage',
    secured: true,
    idempotent: false,
    success: 200,
    validateParams: validateUserIdParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
  validateLocal: {
    route: 'GET /locals/{localId}/validate',
    permission: undefined,
    secured: false,
    idempotent: false,
    success: 200,
    validateParams: validateLocalIdParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
} as const;

// Generated from the contracts by `npm run generate`. Do not edit.
import { validateLogin } from '../validators/auth-sign-in.ts';
import { validateNoParams, validateNoQuery, validateRefresh } from '../validators/rest.ts';

/** What the contract says about each operation. `success` is the lowest status of success. */
export const authSignInOperations = {
  logIn: {
    route: 'POST /auth/login',
    permission: undefined,
    secured: false,
    idempotent: false,
    success: 200,
    validateParams: validateNoParams,
    validateQuery: validateNoQuery,
    validateBody: validateLogin,
  },
  refresh: {
    route: 'POST /auth/refresh',
    permission: undefined,
    secured: false,
    idempotent: false,
    success: 200,
    validateParams: validateNoParams,
    validateQuery: validateNoQuery,
    validateBody: validateRefresh,
  },
} as const;

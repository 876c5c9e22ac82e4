// Generated from the contracts by `npm run generate`. Do not edit.
import { validateLogin } from '../validators/auth-sign-in.ts';
import { validateNoParams, validateNoQuery, validateRefresh } from '../validators/rest.ts';

/**
 * What the contract says about each operation. `shop`: it changes or reads what belongs to one shop. `location`: the relative
 * reference of a 201, to be filled in from the path and the response. `success`: the lowest successful status.
 */
export const authSignInOperations = {
  logIn: {
    route: 'POST /auth/login',
    permission: undefined,
    secured: false,
    idempotent: false,
    shop: false,
    location: undefined,
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
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateNoParams,
    validateQuery: validateNoQuery,
    validateBody: validateRefresh,
  },
} as const;

// Generated from the contracts by `npm run generate`. Do not edit.
import { validateNoParams, validateNoQuery } from '../validators/rest.ts';

/**
 * What the contract says about each operation. `shop`: it changes or reads what belongs to one shop. `location`: the relative
 * reference of a 201, to be filled in from the path and the response. `success`: the lowest successful status.
 */
export const healthOperations = {
  getHealth: {
    route: 'GET /health',
    permission: undefined,
    secured: false,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateNoParams,
    validateQuery: validateNoQuery,
    validateBody: undefined,
  },
} as const;

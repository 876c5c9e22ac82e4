// Generated from the contracts by `npm run generate`. Do not edit.
import { validateCorrelationIdAggregateIdUserIdTypeFromToCursorLimitQuery } from '../validators/audit.ts';
import { validateNoParams } from '../validators/rest.ts';

/**
 * What the contract says about each operation. `shop`: it changes or reads what belongs to one shop. `location`: the relative
 * reference of a 201, to be filled in from the path and the response. `success`: the lowest successful status.
 */
export const auditOperations = {
  searchAudit: {
    route: 'GET /audit',
    permission: 'audit:read',
    secured: true,
    idempotent: false,
    shop: false,
    location: undefined,
    success: 200,
    validateParams: validateNoParams,
    validateQuery: validateCorrelationIdAggregateIdUserIdTypeFromToCursorLimitQuery,
    validateBody: undefined,
  },
} as const;

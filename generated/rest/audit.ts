// Generated from the contracts by `npm run generate`. Do not edit.
import { validateCorrelationIdAggregateIdCursorLimitQuery } from '../validators/audit.ts';
import { validateNoParams } from '../validators/rest.ts';

/** What the contract says about each operation. `success` is the lowest status of success. */
export const auditOperations = {
  searchAudit: {
    route: 'GET /audit',
    permission: 'audit:read',
    secured: true,
    idempotent: false,
    success: 200,
    validateParams: validateNoParams,
    validateQuery: validateCorrelationIdAggregateIdCursorLimitQuery,
    validateBody: undefined,
  },
} as const;

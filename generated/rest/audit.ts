// Generated from the contracts by `npm run generate`. Do not edit.
import * as validators from './audit-validators.mjs';
import type { DomainEvent } from '../events/types.ts';

/** The event as it travelled, with its wire name. */
export type AuditEvent = DomainEvent & {
  /** Wire name, such as `order.created`. */
  detailType: string;
};

export type AuditPage = {
  events: readonly AuditEvent[];
  nextCursor?: string;
};

/** What each route takes and answers. */
export type AuditOperations = {
  'GET /audit': {
    params: Record<never, never>;
    query: {
      cursor?: string;
      limit: number;
    } & ({
      correlationId: string;
      aggregateId?: undefined;
    } | {
      aggregateId: string;
      correlationId?: undefined;
    });
    body: undefined;
    secured: true;
    answer: AuditPage;
  };
};

/** What the contract says of each route. */
export const auditOperations = {
  'GET /audit': {
    permission: 'audit:read',
    secured: true,
    idempotent: false,
    validateParams: validators.searchAuditParams,
    validateQuery: validators.searchAuditQuery,
    validateBody: undefined,
  },
} as const;

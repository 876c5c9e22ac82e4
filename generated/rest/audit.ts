// Generated from the contracts by `npm run generate`. Do not edit.
import * as validators from './audit-validators.mjs';
/** The event as it travelled, with its wire name. */
export type AuditEvent = DomainEvent & {
  /** Wire name, such as `order.created`. */
  detailType: string;
};

export type AuditPage = {
  events: readonly AuditEvent[];
  nextCursor?: string;
};

/** What travels as `detail` on the bus: the envelope around every event's own data. The wire name is the entry's `detail-type`. */
export type DomainEvent = {
  /** Names the event; two versions of one event share it. */
  eventId: string;
  /** The type's name, such as OrderCreated. */
  eventType: string;
  /** The order, product, payment, user … it happened to. */
  aggregateId: string;
  /** Version of the schema of `eventData`. */
  eventVersion: number;
  occurredOn: string;
  /** The event's own data, by the schema of its type. */
  eventData: Record<string, unknown>;
  /** Where the event comes from. */
  metadata: {
    correlationId: string;
    causationId: string;
    /** The tenant. */
    organizationId: string;
    /** Who asked for it, when a user did. */
    userId?: string;
    traceparent: string;
    /** The aggregate's version after the change, counted from 1. Events may arrive in any order: the higher one is newer. */
    aggregateVersion: number;
  };
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

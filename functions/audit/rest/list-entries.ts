import type { AuditOperations } from '../../../generated/rest/audit.ts';
import { ok } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { entriesOfAggregate, entriesOfCorrelation } from '../store/audit-table.ts';

/** GET /audit, by what it happened to or by what it began with; the contract lets exactly one of the two in. */
export const listEntriesRoute: Route<AuditOperations['GET /audit']> = async ({ query, caller }) => {
  const { aggregateId, correlationId, ...page } = query;
  const { entries, nextCursor } =
    aggregateId === undefined
      ? await entriesOfCorrelation(caller.organizationId, correlationId, page)
      : await entriesOfAggregate(caller.organizationId, aggregateId, page);
  return ok({ events: entries, ...(nextCursor !== undefined && { nextCursor }) });
};

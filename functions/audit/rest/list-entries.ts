import type { AuditOperations } from '../../../generated/rest/audit.ts';
import { ok, unprocessable } from '../../shared/answer.ts';
import type { Route } from '../../shared/rest-handler.ts';
import { entriesOfAggregate, entriesOfCorrelation } from '../audit-table.ts';

const defaultLimit = 50;

/** GET /audit, by what it happened to or by what it began with: exactly one of the two. */
export const listEntriesRoute: Route<AuditOperations['GET /audit']> = async ({ query, caller }) => {
  const { aggregateId, correlationId, cursor, limit = defaultLimit } = query;
  const { organizationId } = caller;
  const page = { limit, ...(cursor !== undefined && { cursor }) };
  if (aggregateId !== undefined && correlationId === undefined)
    return answer(await entriesOfAggregate(organizationId, aggregateId, page));
  if (correlationId !== undefined && aggregateId === undefined)
    return answer(await entriesOfCorrelation(organizationId, correlationId, page));
  const message = 'give exactly one of correlationId and aggregateId';
  return unprocessable(message, [
    { path: '/correlationId', message },
    { path: '/aggregateId', message },
  ]);
};

const answer = ({ entries, nextCursor }: Awaited<ReturnType<typeof entriesOfAggregate>>) =>
  ok({ events: entries, ...(nextCursor !== undefined && { nextCursor }) });

import { ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { entriesOfAggregate, entriesOfCorrelation } from '../store/audit-table.ts';

/** The contract takes exactly one of the two ids. */
export const searchAudit = route('GET /audit', async ({ query, caller: { organizationId } }) => {
  const { aggregateId, correlationId, ...page } = query;
  return ok(
    aggregateId === undefined
      ? await entriesOfCorrelation(organizationId, correlationId, page)
      : await entriesOfAggregate(organizationId, aggregateId, page),
  );
});

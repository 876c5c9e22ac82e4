import { ok, unprocessable } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { findEntries } from '../store/audit-table.ts';

/** The contract takes exactly one of the four subjects. */
export const searchAudit = route('GET /audit', async ({ query, caller: { organizationId } }) => {
  const { from, to, cursor, limit, ...subject } = query;
  if (from !== undefined && to !== undefined && Date.parse(from) >= Date.parse(to)) {
    return unprocessable('there is no time between from and to', [{ path: '/to', message: 'is not later than from' }]);
  }
  const page = { limit, ...(cursor !== undefined && { cursor }) };
  return ok(await findEntries(organizationId, subject, { from, to }, page));
});

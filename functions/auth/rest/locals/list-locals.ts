import { ok } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { shownLocal } from '../../model/local.ts';
import { listLocals as list } from '../../store/local-table.ts';

/** The shops of the caller's organization, the oldest first. */
export const listLocals = route('GET /locals', async ({ query, caller }) => {
  const { locals, ...next } = await list(caller.organizationId, query);
  return ok({ locals: locals.map(shownLocal), ...next });
});

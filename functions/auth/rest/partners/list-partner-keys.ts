import { ok } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { shownPartnerKey } from '../../model/plans/partner-key.ts';
import { listPartnerKeys as list } from '../../store/plans/partner-key-table.ts';

/** The keys of the caller's organization, the oldest first, without their secrets. */
export const listPartnerKeys = route('GET /partners/keys', async ({ query, caller }) => {
  const { keys, ...next } = await list(caller.organizationId, query);
  return ok({ keys: keys.map(shownPartnerKey), ...next });
});

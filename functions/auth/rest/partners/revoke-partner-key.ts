import { noContent, notFound, problem } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { noLongerAdmin } from '../../model/administration.ts';
import { partnerKeyRevoked } from '../../model/plans/partner-key.ts';
import { removePartnerMeter } from '../../store/plans/meter-table.ts';
import { findPartnerKey, removePartnerKey } from '../../store/plans/partner-key-table.ts';
import { findManager, unchangedRights } from '../../store/user-table.ts';

/** Revokes a key: from the next call on it no longer counts as that partner. */
export const revokePartnerKey = route('DELETE /partners/keys/{keyId}', async ({ params, caller, receivedAt }) => {
  const [manager, key] = await Promise.all([findManager(caller), findPartnerKey(caller.organizationId, params.keyId)]);
  if (manager === undefined) return problem('not-allowed', { detail: noLongerAdmin });
  if (key === undefined) return notFound();
  return {
    answer: noContent,
    writes: [removePartnerKey(key), removePartnerMeter(key), unchangedRights(manager)],
    publish: [partnerKeyRevoked(key, receivedAt)],
  };
});

import { newId } from '../../../shared/ids.ts';
import { ok, problem } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { noLongerAdmin } from '../../model/administration.ts';
import {
  maxPartnerKeys,
  type PartnerKey,
  partnerKeyIssued,
  partnerSecret,
  secretHashOf,
  shownPartnerKey,
} from '../../model/plans/partner-key.ts';
import { newSecret } from '../../model/sign-in/session.ts';
import { putNewPartnerMeter } from '../../store/plans/meter-table.ts';
import { listPartnerKeys, putNewPartnerKey } from '../../store/plans/partner-key-table.ts';
import { findManager, unchangedRights } from '../../store/user-table.ts';

/** Issues a key for a partner. The answer is the only place that ever holds its secret. */
export const issuePartnerKey = route('POST /partners/keys', async ({ body, caller, receivedAt }) => {
  const { organizationId, userId } = caller;
  const [manager, { keys }] = await Promise.all([
    findManager(caller),
    listPartnerKeys(organizationId, { limit: maxPartnerKeys }),
  ]);
  if (manager === undefined) return problem('not-allowed', { detail: noLongerAdmin });
  if (keys.length >= maxPartnerKeys) {
    return problem('too-many-keys', {
      detail: `an organization has ${maxPartnerKeys} keys at most: revoke one that is not used`,
    });
  }
  const secret = partnerSecret(newSecret());
  const key: PartnerKey = {
    keyId: newId(receivedAt),
    organizationId,
    name: body.name.trim(),
    issuedAt: receivedAt,
    issuedBy: userId,
    secretHash: secretHashOf(secret),
  };
  return {
    answer: ok({ ...shownPartnerKey(key), secret }),
    writes: [putNewPartnerKey(key), putNewPartnerMeter(key), unchangedRights(manager)],
    publish: [partnerKeyIssued(key)],
  };
});

import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import { ContendedError } from '../../shared/faults.ts';
import { partnerMeterKey } from '../model/plans/meter.ts';
import { partnerMeterReady } from '../store/plans/meter-table.ts';
import { findPartnerKey } from '../store/plans/partner-key-table.ts';
import { readyAfter } from '../store/plans/ready-time.ts';
import { meterUnder, stopMetering } from '../store/plans/usage-plan-client.ts';

/** Has the calls of a partner counted apart, unless the key was revoked meanwhile. */
export const onPartnerKeyIssued = consumeWithOwnCommit(
  'auth.partner.key.issued',
  async ({ eventData: { keyId } }, { organizationId, at }, commits) => {
    const key = await findPartnerKey(organizationId, keyId);
    if (key === undefined) return;
    await meterUnder(partnerMeterKey(keyId), 'partner');
    const { outcome } = await commits.now({ writes: [partnerMeterReady(key, readyAfter(at))] });
    if (outcome === 'condition-failed') await stopMetering(partnerMeterKey(keyId));
    if (outcome === 'contended') throw new ContendedError(`partner key ${keyId} could not be marked as ready`);
  },
);

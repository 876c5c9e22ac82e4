import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import { partnerMeterKey } from '../model/plans/meter.ts';
import { stopMetering } from '../store/plans/usage-plan-client.ts';

/** Removes a revoked key from API Gateway. It does not count since it was revoked; here it stops taking up one of the keys. */
export const onPartnerKeyRevoked = consumeWithOwnCommit('auth.partner.key.revoked', ({ eventData: { keyId } }) =>
  stopMetering(partnerMeterKey(keyId)),
);

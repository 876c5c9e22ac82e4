import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import { organizationMeterKey } from '../model/plans/meter.ts';
import { putOrganizationMeter } from '../store/plans/meter-table.ts';
import { readyAfter } from '../store/plans/ready-time.ts';
import { meterUnder } from '../store/plans/usage-plan-client.ts';

/** Gives a new organization, which its first admin has founded, a key of its own on the default plan. */
export const onUserRegistered = consumeWithOwnCommit(
  'auth.user.registered',
  async ({ eventData: { roles } }, { organizationId, at }, commits) => {
    if (!roles.includes('admin')) return;
    await meterUnder(organizationMeterKey(organizationId), 'default');
    await commits.decided(async () => ({ result: undefined, writes: [putOrganizationMeter(organizationId, readyAfter(at))] }));
  },
);

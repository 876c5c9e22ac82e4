import { environment } from '../../../shared/environment.ts';
import { causeText } from '../../../shared/faults.ts';
import { log } from '../../../shared/log.ts';
import { inTime } from '../../../shared/waiting/in-time.ts';
import { chosenMeter, isReady, type Meter } from '../../model/plans/meter.ts';
import { secretHashOf } from '../../model/plans/partner-key.ts';
import { findOrganizationMeter, findPartnerMeter } from './meter-table.ts';

/** Of the authorizer's 3 seconds, Auth may take 2.5. */
const readWithinMs = 300;
/** Once an organization has its own key, it keeps it. Until then it is looked for again soon. */
const keptForMs = { ready: 600_000, missing: 5000 };
const maxKept = 10_000;

const kept = new Map<string, { meter: Meter | undefined; untilMs: number }>();

/**
 * The key under which API Gateway counts this call. A partner's key is looked up each time, so that a revoked one no longer counts. If
 * the table has no answer, the call counts under the key that new organizations share: metering refuses nobody by mistake.
 */
export async function calledUnder(organizationId: string, secret: string | undefined, correlationId: string): Promise<string> {
  const shared = environment('SHARED_METER_KEY');
  try {
    const [partner, organization] = await inTime(
      Promise.all([
        secret === undefined ? undefined : findPartnerMeter(secretHashOf(secret)),
        organizationMeter(organizationId, Date.now()),
      ]),
      readWithinMs,
      'key to count under',
    );
    return chosenMeter({ partner, organization, shared }, organizationId, Date.now());
  } catch (thrown) {
    log.warn('call counted under the shared key', { correlationId, organizationId, cause: causeText(thrown) });
    return shared;
  }
}

async function organizationMeter(organizationId: string, nowMs: number): Promise<Meter | undefined> {
  const known = kept.get(organizationId);
  if (known !== undefined && known.untilMs > nowMs) return known.meter;
  const meter = await findOrganizationMeter(organizationId);
  const state = meter !== undefined && isReady(meter, nowMs) ? 'ready' : 'missing';
  if (kept.size >= maxKept) kept.clear();
  kept.set(organizationId, { meter, untilMs: nowMs + keptForMs[state] });
  return meter;
}

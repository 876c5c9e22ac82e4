import { readAhead } from '../../shared/aws/read-ahead.ts';
import type { Cause } from '../../shared/cause.ts';
import { scheduledJob } from '../../shared/jobs/scheduled-job.ts';
import { sweepShards, timeBudget } from '../../shared/jobs/sweep-shards.ts';
import { log } from '../../shared/log.ts';
import { commitsOf } from '../../shared/store/commits.ts';
import { type CarrierDuty, dutyShards, findDuties, postponeDuty } from '../store/carrier-duty-table.ts';
import { carrierSecret } from '../store/carrier-secret.ts';
import { type Settlement, settleWithCarrier } from '../store/settlements.ts';

await readAhead({ 'carrier secret': carrierSecret });

/** A shipment may take 25 seconds at the carrier, and the Lambda has 50. */
const beginWithinMs = 15_000;
const dutiesPerPage = 100;
/** After so many outages in a row the carrier counts as out, and the run asks it no more. */
const maxOutages = 3;
/** Left to the consumer that stored it first: both would ask the carrier at the same time. */
const firstTryMs = 30_000;
/** A shipment waits so long before it is tried again, so that those that keep failing do not hold up the others. */
const pauseMs = { refused: 60 * 60_000, unavailable: 60_000 };

/**
 * Repeats every minute what the carrier has not been told yet. An alarm reads from its log line how long the oldest has waited.
 */
export const handler = scheduledJob('settle-with-carrier', async (now) => {
  const counts = { settled: 0, refused: 0 };
  let outages = 0;
  const { failed, left, unreadShards, oldestSeconds } = await sweepShards<CarrierDuty>({
    shards: dutyShards,
    readPage: (shard, cursor) => findDuties(shard, { limit: dutiesPerPage, ...(cursor !== undefined && { cursor }) }),
    work: async (duty) => {
      if (outages >= maxOutages || !isDue(duty, now)) return 'left';
      const { outcome } = await settle(duty, now);
      outages = outcome === 'unavailable' ? outages + 1 : 0;
      if (outcome === 'settled') counts.settled += 1;
      if (outcome === 'refused') counts.refused += 1;
      return outcome === 'settled' ? 'done' : 'left';
    },
    describe: ({ orderId, correlationId }) => ({ orderId, correlationId }),
    since: ({ since }) => since,
    now,
    budget: timeBudget(beginWithinMs),
  });
  return { ...counts, failed, unsettled: failed + left, unreadShards, oldestUnsettledSeconds: oldestSeconds };
});

const isDue = ({ since, notBefore }: CarrierDuty, now: string) =>
  notBefore === undefined ? Date.parse(now) - Date.parse(since) >= firstTryMs : notBefore <= now;

/** Belongs to the trace of the request that placed the order. */
async function settle({ organizationId, orderId, correlationId, traceparent }: CarrierDuty, now: string): Promise<Settlement> {
  const cause: Cause = { correlationId, traceparent, organizationId, causationId: `settle-with-carrier ${now}` };
  const commits = commitsOf(cause);
  const settlement = await settleWithCarrier(orderId, { organizationId, at: now, cause }, commits);
  if (settlement.outcome === 'settled') return settlement;
  const { outcome, reason } = settlement;
  log.error('the carrier is still owed something', { orderId, correlationId, outcome, reason });
  await commits.now({ writes: [postponeDuty(orderId, new Date(Date.parse(now) + pauseMs[outcome]).toISOString())] });
  return settlement;
}

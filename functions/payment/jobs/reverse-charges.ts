import { adapter } from '#payment-provider';
import { readAhead } from '../../shared/aws/read-ahead.ts';
import type { Cause } from '../../shared/cause.ts';
import { scheduledJob } from '../../shared/jobs/scheduled-job.ts';
import { sweepShards, timeBudget } from '../../shared/jobs/sweep-shards.ts';
import { log } from '../../shared/log.ts';
import { commitsOf } from '../../shared/store/commits.ts';
import { isReversalDue } from '../model/reversal.ts';
import { findOwedPayments, type OwedPayment, owedShards, postponeOwed } from '../store/owed-table.ts';
import { type ReversalOutcome, reverseOwed } from '../store/reversals.ts';

await readAhead({ 'provider secret': adapter.readSecrets });

/** A payment may take 30 seconds at the provider, and the Lambda has 50. */
const beginWithinMs = 15_000;
const paymentsPerPage = 100;
/** After so many outages in a row the provider counts as out, and the run asks it no more. */
const maxOutages = 3;
/** A payment waits so long before it is tried again, so that those that keep failing do not hold up the others. */
const pauseMs = { refused: 60 * 60_000, unavailable: 5 * 60_000, pending: 5 * 60_000 };

/**
 * Repeats the reversals that are still owed, every minute: money goes back whatever happened to the event that asked for it. An alarm
 * reads from its log line how long the oldest has been owed.
 */
export const handler = scheduledJob('reverse-charges', async (now) => {
  const counts = { reversed: 0, refused: 0 };
  let outages = 0;
  const { failed, left, unreadShards, oldestSeconds } = await sweepShards<OwedPayment>({
    shards: owedShards,
    readPage: (shard, cursor) => findOwedPayments(shard, { limit: paymentsPerPage, ...(cursor !== undefined && { cursor }) }),
    work: async (owed) => {
      if (outages >= maxOutages || !isReversalDue(owed, now)) return 'left';
      const reversal = await reverse(owed, now);
      outages = reversal.outcome === 'unavailable' ? outages + 1 : 0;
      if (reversal.outcome === 'refused') counts.refused += 1;
      if (reversal.outcome !== 'reversed') return 'left';
      counts.reversed += reversal.charges;
      return 'done';
    },
    describe: ({ orderId, correlationId }) => ({ orderId, correlationId }),
    since: ({ owedSince }) => owedSince,
    now,
    budget: timeBudget(beginWithinMs),
  });
  return { ...counts, failed, stillOwed: failed + left, unreadShards, oldestOwedSeconds: oldestSeconds };
});

/** Belongs to the trace of the request by which the charge came to be owed. */
async function reverse(
  { organizationId, orderId, correlationId, traceparent }: OwedPayment,
  now: string,
): Promise<ReversalOutcome> {
  const cause: Cause = { correlationId, traceparent, organizationId, causationId: `reverse-charges ${now}` };
  const commits = commitsOf(cause);
  const reversal = await reverseOwed(orderId, { organizationId, at: now, cause }, commits);
  if (reversal.outcome === 'reversed') return reversal;
  const { outcome, reason } = reversal;
  const line = { orderId, correlationId, outcome, reason };
  if (outcome === 'pending') log.info('refund accepted and not done yet, still owed', line);
  else log.error('charge not reversed, still owed', line);
  const notBefore = new Date(Date.parse(now) + pauseMs[outcome]).toISOString();
  await commits.now({ writes: [postponeOwed(orderId, notBefore)] });
  return reversal;
}

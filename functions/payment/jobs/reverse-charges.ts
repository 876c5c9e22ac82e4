import type { Cause } from '../../shared/cause.ts';
import { causeText, PermanentFault } from '../../shared/faults.ts';
import { scheduledJob } from '../../shared/jobs/scheduled-job.ts';
import { log } from '../../shared/log.ts';
import { goRound, type OwedRound } from '../model/owed-round.ts';
import { ProviderUnavailableError } from '../model/provider.ts';
import { findOwedPayments, type OwedPayment, owedShards, restOwedPayment } from '../store/payment-table.ts';
import { reverseOwed } from '../store/reverse-owed.ts';

/** No payment is begun later, since one may take 24 s at the provider and the Lambda has 50. */
const beginWithinMs = 20_000;
const paymentsPerPage = 100;
/** A provider that refused will hardly take it a minute later. */
const restMs = 60 * 60_000;

/**
 * Repeats, each minute, the reversals that are still owed: money goes back whatever became of the event that asked for it. Its log line
 * says what is owed in the end; an alarm reads it there.
 */
export const handler = scheduledJob('reverse-charges', (now) => {
  const beginUntilMs = performance.now() + beginWithinMs;
  return goRound<OwedPayment>({
    now,
    shards: owedShards,
    readPage: (shard, cursor) => findOwedPayments(shard, paymentsPerPage, cursor),
    reverse: (payment) => reverse(payment, now),
    hasTime: () => performance.now() < beginUntilMs,
  });
});

/** One that cannot be reversed must not hold up the others: it is told here, and stays owed. */
async function reverse(
  { organizationId, orderId, trace }: OwedPayment,
  now: string,
): ReturnType<OwedRound<OwedPayment>['reverse']> {
  const cause: Cause = { ...trace, organizationId, causationId: `reverse-charges ${now}` };
  try {
    return await reverseOwed(orderId, cause);
  } catch (thrown) {
    log.error('not reversed, still owed', { orderId, correlationId: trace.correlationId, cause: causeText(thrown) });
    if (thrown instanceof ProviderUnavailableError) return 'provider-out';
    if (!(thrown instanceof PermanentFault)) return 'failed';
    await restOwedPayment(orderId, new Date(Date.parse(now) + restMs).toISOString(), cause);
    return 'refused';
  }
}

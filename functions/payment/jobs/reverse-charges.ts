import { causeText, PermanentFault } from '../../shared/faults.ts';
import { log } from '../../shared/log.ts';
import { scheduledJob } from '../../shared/scheduled-job.ts';
import { findOwedPayments, type OwedPayment, owedShards } from '../payment-table.ts';
import { reverseOwed } from './reverse-owed.ts';

/** The event that asks for a reversal has this long to be handled before the job steps in. */
const patienceMs = 60_000;
const paymentsPerShard = 25;

/**
 * Repeats, each minute, the reversals that are still owed: money goes back whatever became of the event that asked for it. Bounded
 * per run, oldest orders first; a provider that is out ends the run, one that refuses a charge does not.
 */
export const handler = scheduledJob('reverse-charges', async (now) => {
  const told = { reversed: 0, refused: 0 };
  for (let shard = 0; shard < owedShards; shard++) {
    const { owed } = await findOwedPayments(shard, paymentsPerShard);
    for (const payment of owed.filter(({ owedSince }) => Date.parse(now) - Date.parse(owedSince) > patienceMs)) {
      const reversed = await reverse(payment, now);
      if (reversed === 'refused') told.refused += 1;
      else told.reversed += reversed;
    }
  }
  return told;
});

async function reverse({ organizationId, orderId, trace }: OwedPayment, now: string): Promise<number | 'refused'> {
  try {
    return await reverseOwed(orderId, { ...trace, organizationId, causationId: `reverse-charges ${now}` });
  } catch (thrown) {
    if (!(thrown instanceof PermanentFault)) throw thrown;
    log.error('reversal refused, still owed', { orderId, correlationId: trace.correlationId, cause: causeText(thrown) });
    return 'refused';
  }
}

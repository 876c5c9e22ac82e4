import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import { PermanentFault } from '../../shared/faults.ts';
import { log } from '../../shared/log.ts';
import { reverseOwed } from '../store/reversals.ts';

/** Reverses at once what the payment owes. While the provider is out or works on it, it is left to the job. */
export const onPaymentReversalRequested = consumeWithOwnCommit(
  'payment.reversal.requested',
  async ({ eventData: { orderId } }, handling, commits) => {
    const reversal = await reverseOwed(orderId, handling, commits);
    if (reversal.outcome === 'refused') throw new PermanentFault(`the provider reverses nothing for ${reversal.reason}`);
    if (reversal.outcome === 'unavailable' || reversal.outcome === 'pending') {
      const { correlationId } = handling.cause;
      log.warn('reversal left to the job', { orderId, correlationId, cause: reversal.reason });
    }
  },
);

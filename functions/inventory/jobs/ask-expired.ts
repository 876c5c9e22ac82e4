import { scheduledJob } from '../../shared/jobs/scheduled-job.ts';
import { sweepShards, timeBudget } from '../../shared/jobs/sweep-shards.ts';
import { log } from '../../shared/log.ts';
import { commitsOf } from '../../shared/store/commits.ts';
import { childTraceparent, newCorrelationId } from '../../shared/trace.ts';
import { decideExpiry, type ExpiryDecision, maxQuestions } from '../model/expiry.ts';
import type { Reservation } from '../model/reservation.ts';
import { type DueQuestion, deleteMark, expiryShards, findDueQuestions } from '../store/expiry-table.ts';
import { reservationEffects, reservations } from '../store/reservation-table.ts';

const questionsPerPage = 100;
/** The Lambda has 50 seconds. The next run takes what is left. */
const beginWithinMs = 40_000;

/**
 * Asks the orders whose reservations are older than an order may take, and asks again at growing intervals while they do not answer.
 * It releases nothing. An alarm reads from its log line how many orders never answered.
 */
export const handler = scheduledJob('ask-expired', async (now) => {
  const counts = { asked: 0, unanswered: 0 };
  const { failed, left, unreadShards, oldestSeconds } = await sweepShards<DueQuestion>({
    shards: expiryShards,
    readPage: (shard, cursor) =>
      findDueQuestions(shard, now, { limit: questionsPerPage, ...(cursor !== undefined && { cursor }) }),
    work: async (due) => {
      const outcome = await ask(due, now);
      if (outcome === 'asked') counts.asked += 1;
      if (outcome === 'given-up') counts.unanswered += 1;
      return 'done';
    },
    describe: ({ organizationId, orderId }) => ({ organizationId, orderId }),
    since: ({ dueAt }) => dueAt,
    now,
    budget: timeBudget(beginWithinMs),
  });
  return { ...counts, failed, left, unreadShards, oldestDueSeconds: oldestSeconds };
});

/** The question belongs to the trace of the request that placed the order, since there is no other request. */
async function ask(due: DueQuestion, now: string): Promise<ExpiryDecision['outcome']> {
  const { organizationId, orderId, dueAt } = due;
  const trace = traceOf(await reservations.find(organizationId, orderId));
  const outcome = await commitsOf({ ...trace, organizationId, causationId: `expiry-${orderId}` }).decided(async () => {
    const decision = decideExpiry(await reservations.find(organizationId, orderId), { dueAt, at: now });
    if (decision.outcome === 'settled') return { result: decision.outcome, writes: [deleteMark(due)] };
    return { result: decision.outcome, ...reservationEffects(organizationId, decision.change) };
  });
  if (outcome === 'given-up') {
    const { correlationId } = trace;
    log.error('order does not answer for its reservation', { organizationId, orderId, correlationId, asked: maxQuestions });
  }
  return outcome;
}

function traceOf(reservation: Reservation | undefined) {
  const question = reservation?.status === 'reserved' ? reservation.question : undefined;
  return {
    correlationId: question?.correlationId ?? newCorrelationId(),
    traceparent: childTraceparent(question?.traceparent),
  };
}

import { scheduledJob } from '../../shared/jobs/scheduled-job.ts';
import { sweepShards, timeBudget } from '../../shared/jobs/sweep-shards.ts';
import { log } from '../../shared/log.ts';
import { commitsOf } from '../../shared/store/commits.ts';
import { childTraceparent } from '../../shared/trace.ts';
import { askAgain, decideCancellation } from '../model/order.ts';
import { deadlineShards, findOverdue, type Overdue } from '../store/deadline-table.ts';
import { cancellationEffects, orderEffects, requireOrder } from '../store/order-table.ts';

const ordersPerPage = 50;
/** The Lambda has 50 seconds. The next minute's run takes what is left. */
const beginWithinMs = 40_000;

/**
 * Cancels orders that are still pending past their deadline, whether their saga runs, has ended or never started. An order whose
 * cancellation the shipment has not decided in time asks it again; an alarm rings for each time, since somebody lost a message.
 */
export const handler = scheduledJob('cancel-overdue', async (now) => {
  const counts = { cancelled: 0, askedAgain: 0 };
  const { done, failed, left, unreadShards, oldestSeconds } = await sweepShards<Overdue>({
    shards: deadlineShards,
    readPage: (shard, cursor) => findOverdue(shard, now, { limit: ordersPerPage, ...(cursor !== undefined && { cursor }) }),
    work: async (overdue) => {
      const outcome = await settle(overdue, now);
      if (outcome === 'cancelled') counts.cancelled += 1;
      if (outcome === 'asked-again') counts.askedAgain += 1;
      return 'done';
    },
    describe: ({ organizationId, orderId }) => ({ organizationId, orderId }),
    since: ({ deadline }) => deadline,
    now,
    budget: timeBudget(beginWithinMs),
  });
  if (failed + unreadShards > 0) {
    throw new Error(
      `${failed} overdue orders could not be cancelled and ${unreadShards} shards could not be read; the log says why`,
    );
  }
  return { overdue: done + left, ...counts, left, oldestOverdueSeconds: oldestSeconds };
});

/** Belongs to the trace of the request that placed the order, since there is no other request. */
async function settle({ organizationId, orderId }: Overdue, now: string): Promise<string> {
  const { correlationId, traceparent } = await requireOrder(organizationId, orderId);
  const trace = { correlationId, traceparent: childTraceparent(traceparent) };
  return commitsOf({ ...trace, organizationId, causationId: `deadline-${orderId}` }).decided(async () => {
    const order = await requireOrder(organizationId, orderId);
    const asking = askAgain(order, now);
    if (asking !== undefined) {
      const { asked, cancelRequestedAt } = asking.order;
      log.error('the shipment has not decided a cancellation in time', { orderId, correlationId, asked, cancelRequestedAt });
      return { result: 'asked-again', ...orderEffects(organizationId, asking, order) };
    }
    const { outcome, change } = decideCancellation(order, { by: 'deadline', reason: 'deadline-passed', at: now });
    return { result: outcome, ...(change && cancellationEffects(organizationId, change, order)) };
  });
}

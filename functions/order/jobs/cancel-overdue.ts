import { scheduledJob } from '../../shared/jobs/scheduled-job.ts';
import { sweepShards, timeBudget } from '../../shared/jobs/sweep-shards.ts';
import { commitsOf } from '../../shared/store/commits.ts';
import { childTraceparent } from '../../shared/trace.ts';
import { decideCancellation } from '../model/order.ts';
import { deadlineShards, findOverdue, type Overdue } from '../store/deadline-table.ts';
import { cancellationEffects, requireOrder } from '../store/order-table.ts';

const ordersPerPage = 50;
/** The Lambda has 50 seconds. The next minute's run takes what is left. */
const beginWithinMs = 40_000;

/** Cancels orders that are still pending past their deadline, whether their saga runs, has ended or never started. */
export const handler = scheduledJob('cancel-overdue', async (now) => {
  let cancelled = 0;
  const { done, failed, left, unreadShards, oldestSeconds } = await sweepShards<Overdue>({
    shards: deadlineShards,
    readPage: (shard, cursor) => findOverdue(shard, now, { limit: ordersPerPage, ...(cursor !== undefined && { cursor }) }),
    work: async (overdue) => {
      if ((await cancel(overdue, now)) === 'cancelled') cancelled += 1;
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
  return { overdue: done + left, cancelled, left, oldestOverdueSeconds: oldestSeconds };
});

/** The cancellation belongs to the trace of the request that placed the order, since there is no other request. */
async function cancel({ organizationId, orderId }: Overdue, now: string): Promise<string> {
  const { correlationId, traceparent } = await requireOrder(organizationId, orderId);
  const trace = { correlationId, traceparent: childTraceparent(traceparent) };
  return commitsOf({ ...trace, organizationId, causationId: `deadline-${orderId}` }).decided(async () => {
    const order = await requireOrder(organizationId, orderId);
    const { outcome, change } = decideCancellation(order, { by: 'deadline', reason: 'deadline-passed', at: now });
    return { result: outcome, ...(change && cancellationEffects(organizationId, change, order)) };
  });
}

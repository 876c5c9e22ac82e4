import { causeText, PermanentFault } from '../../shared/faults.ts';
import { scheduledJob } from '../../shared/jobs/scheduled-job.ts';
import { log } from '../../shared/log.ts';
import { childTraceparent } from '../../shared/trace.ts';
import { cancelOrder } from '../model/order.ts';
import { deadlineShards, findOverdue, type Overdue } from '../store/deadline-table.ts';
import { changeOrder, findOrder } from '../store/order-table.ts';

/** A run cancels at most 8 × 50 orders; the next minute's takes the rest, the longest overdue first. */
const maxOrdersPerShard = 50;

/** Cancels what is still pending past its deadline, whether its saga lives, died or never started. */
export const handler = scheduledJob('cancel-overdue', async (now) => {
  const shards = await Promise.all(Array.from({ length: deadlineShards }, (_, shard) => cancelShard(shard, now)));
  const outcomes = shards.flat();
  const failed = outcomes.filter((outcome) => outcome === 'failed').length;
  if (failed > 0) throw new Error(`${failed} of ${outcomes.length} overdue orders could not be cancelled`);
  return { overdue: outcomes.length, cancelled: outcomes.filter((outcome) => outcome === 'cancelled').length };
});

async function cancelShard(shard: number, now: string): Promise<string[]> {
  const outcomes: string[] = [];
  for (const overdue of await findOverdue(shard, now, maxOrdersPerShard)) {
    // One that cannot be cancelled now must not keep the others waiting.
    outcomes.push(await cancelOne(overdue, now).catch((thrown) => complain(overdue, thrown)));
  }
  return outcomes;
}

/** Nobody asked for it but the request that placed the order, so it belongs to that one's trace. */
async function cancelOne({ organizationId, orderId }: Overdue, now: string): Promise<string> {
  const stored = await findOrder(organizationId, orderId);
  if (stored === undefined) throw new PermanentFault(`there is no order ${orderId}`);
  const { correlationId, traceparent } = stored.trace;
  const cause = { correlationId, traceparent: childTraceparent(traceparent), organizationId, causationId: `deadline-${orderId}` };
  return changeOrder(orderId, cause, (order) => cancelOrder(order, { by: 'deadline', reason: 'deadline-passed', at: now }));
}

function complain(overdue: Overdue, thrown: unknown): string {
  log.error('overdue order not cancelled', { ...overdue, cause: causeText(thrown) });
  return 'failed';
}

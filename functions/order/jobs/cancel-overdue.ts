import { causeText } from '../../shared/faults.ts';
import { log } from '../../shared/log.ts';
import { scheduledJob } from '../../shared/scheduled-job.ts';
import { cancelOverdue } from '../cancel-stored-order.ts';
import { deadlineShards, findOverdue, type Overdue } from '../deadline-table.ts';

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
  for (const overdue of await findOverdue(shard, now, maxOrdersPerShard)) outcomes.push(await cancelOne(overdue, now));
  return outcomes;
}

/** One order that cannot be cancelled now must not keep the others waiting. */
async function cancelOne(overdue: Overdue, now: string): Promise<string> {
  try {
    return await cancelOverdue(overdue, now);
  } catch (thrown) {
    log.error('overdue order not cancelled', { ...overdue, cause: causeText(thrown) });
    return 'failed';
  }
}

import { readAhead } from '../../shared/aws/read-ahead.ts';
import { scheduledJob } from '../../shared/jobs/scheduled-job.ts';
import { sweepShards, timeBudget } from '../../shared/jobs/sweep-shards.ts';
import { readPushKeys } from '../store/channels/push-keys.ts';
import { dueShards, findDue } from '../store/due-table.ts';
import { sendHeld } from '../store/held-messages.ts';

await readAhead({ 'push keys': readPushKeys });

/** Less than the timeout by the time that one message and the counting take. */
const beginWithinMs = 35_000;

/** Sends what was held in quiet hours that are over. */
export const handler = scheduledJob('send-held', async (now) => {
  return sweepShards({
    shards: dueShards,
    readPage: (shard, cursor) => findDue(shard, now, cursor),
    work: sendHeld,
    describe: ({ userId, eventId, channel }) => ({ userId, eventId, channel }),
    since: ({ dueAt }) => dueAt,
    now,
    budget: timeBudget(beginWithinMs),
  });
});

import type { Context, DynamoDBStreamEvent } from 'aws-lambda';
import { outboxShards } from '../../shared/events/outbox.ts';
import { type ScheduledEvent, scheduledJob } from '../../shared/jobs/scheduled-job.ts';
import { sweepShards, timeBudget } from '../../shared/jobs/sweep-shards.ts';
import type { Item } from '../../shared/store/dynamo.ts';
import { committedAt, readOutboxItem, sweepAfterMs } from './store/outbox-item.ts';
import { findOutboxItems } from './store/outbox-table.ts';
import { relayBatch, relayItem } from './store/relay.ts';

/** Brings a table's outbox to its domain's bus: from the stream at once, and on a schedule what the stream left behind. */
export const handler = async (
  event: DynamoDBStreamEvent | ScheduledEvent,
  context: Context,
): Promise<Record<string, number> | undefined> => {
  if (!('Records' in event)) return sweepOutbox(event, context);
  await relayBatch(event);
  return undefined;
};

/** The Lambda has 60 seconds, and the next run takes what is left. */
const beginWithinMs = 40_000;

/**
 * Publishes the outbox items that the stream left behind, so that a relay that was down for longer than the stream remembers loses
 * nothing. Alarms read from its log line what is still there.
 */
const sweepOutbox = scheduledJob('outbox sweep', async (now) => {
  const before = new Date(Date.parse(now) - sweepAfterMs).toISOString();
  const { done, failed, left, unreadShards, oldestSeconds } = await sweepShards<Item>({
    shards: outboxShards,
    readPage: (shard, cursor) => findOutboxItems(shard, before, cursor),
    work: async (item) => {
      // One try each, so that items that keep failing take little time. The next run is the next try.
      await relayItem(readOutboxItem(item), 1);
      return 'done';
    },
    describe: ({ sk }) => ({ commitId: sk }),
    since: ({ sk }) => committedAt(String(sk)),
    now,
    budget: timeBudget(beginWithinMs),
  });
  return { found: done + failed + left, failed, left, unreadShards, oldestAgeSeconds: oldestSeconds };
});

import { outboxPartition, outboxShards } from '../../../shared/events/outbox.ts';
import { causeText } from '../../../shared/faults.ts';
import { newId } from '../../../shared/ids.ts';
import { log } from '../../../shared/log.ts';
import { queryItems } from '../../../shared/store/dynamo.ts';
import { readOutboxItem } from '../model/outbox-item.ts';
import { relayItem } from './relay.ts';

/** Younger items are the stream's: it is given this long before the sweeper publishes a second time. */
export const sweepAfterMs = 2 * 60 * 1000;
const maxItemsPerShard = 200;

/**
 * Publishes the outbox items the stream left behind: a relay that was dead longer than the stream remembers loses nothing.
 * Answers how many were found, how many are still there, and the age of the oldest in seconds, for the alarm.
 */
export async function sweep(now: string): Promise<{ found: number; failed: number; oldestAgeSeconds: number }> {
  const shards = await Promise.all(
    Array.from({ length: outboxShards }, (_, shard) =>
      sweepShard(shard, now).catch((thrown) => {
        // A shard that cannot be read must not keep the others waiting.
        log.error('outbox shard not swept', { shard, cause: causeText(thrown) });
        return { found: 0, failed: 1, oldestAgeSeconds: 0 };
      }),
    ),
  );
  return {
    found: shards.reduce((sum, { found }) => sum + found, 0),
    failed: shards.reduce((sum, { failed }) => sum + failed, 0),
    oldestAgeSeconds: Math.max(...shards.map(({ oldestAgeSeconds }) => oldestAgeSeconds)),
  };
}

async function sweepShard(shard: number, now: string) {
  const before = newId(new Date(Date.parse(now) - sweepAfterMs).toISOString());
  const { items } = await queryItems({ pk: outboxPartition(shard), skBelow: before, limit: maxItemsPerShard });
  let failed = 0;
  for (const item of items) {
    try {
      await relayItem(readOutboxItem(item));
    } catch (thrown) {
      failed++;
      log.error('outbox item waits', { commitId: String(item.sk), cause: causeText(thrown) });
    }
  }
  return { found: items.length, failed, oldestAgeSeconds: ageSeconds(items[0]?.sk, now) };
}

/** A commit id is a UUID v7: its first 48 bits are the time it was made, in milliseconds. */
function ageSeconds(commitId: unknown, now: string): number {
  if (typeof commitId !== 'string') return 0;
  const madeAtMs = Number.parseInt(commitId.replaceAll('-', '').slice(0, 12), 16);
  return Number.isNaN(madeAtMs) ? 0 : Math.round((Date.parse(now) - madeAtMs) / 1000);
}

import { causeText } from '../faults.ts';
import { log } from '../log.ts';

export type ShardSweep<Item> = {
  /** Partitions of the list: they are swept side by side, so that a full or broken one delays no other. */
  shards: number;
  readPage(shard: number, cursor: string | undefined): Promise<{ items: readonly Item[]; nextCursor?: string }>;
  /** Works on an item. `left` means that it stays for a later run. A throw counts it as failed, is logged, and stops nothing. */
  work(item: Item): Promise<'done' | 'left'>;
  /** What to log about an item that failed. */
  describe(item: Item): Record<string, unknown>;
  /** Since when the item has been waiting, ISO 8601 UTC. */
  since(item: Item): string;
  /** When the run was due, ISO 8601 UTC. */
  now: string;
  budget: TimeBudget;
};

export type SweepResult = {
  done: number;
  failed: number;
  /** Not begun for lack of time, or put off by `work`. */
  left: number;
  /** Shards of which a page could not be read: what they hold is not counted. */
  unreadShards: number;
  /** How long the oldest item that failed or was left has been waiting; 0 when there is none. */
  oldestSeconds: number;
};

/**
 * Goes once through everything in a sharded list, past items that keep failing. When its time is up, it begins nothing more and only
 * counts what is left.
 */
export async function sweepShards<Item>(sweep: ShardSweep<Item>): Promise<SweepResult> {
  const result: SweepResult = { done: 0, failed: 0, left: 0, unreadShards: 0, oldestSeconds: 0 };
  await Promise.all(
    Array.from({ length: sweep.shards }, (_, shard) =>
      sweepShard(sweep, shard, result).catch((thrown: unknown) => {
        result.unreadShards += 1;
        log.error('shard not read', { shard, cause: causeText(thrown) });
      }),
    ),
  );
  return result;
}

async function sweepShard<Item>(sweep: ShardSweep<Item>, shard: number, result: SweepResult): Promise<void> {
  const { since, now, budget } = sweep;
  let cursor: string | undefined;
  do {
    const page = await sweep.readPage(shard, cursor);
    for (const item of page.items) {
      const outcome = budget.mayBegin() ? await workOn(sweep, item) : 'left';
      result[outcome] += 1;
      if (outcome === 'done') continue;
      const waitedSeconds = Math.round((Date.parse(now) - Date.parse(since(item))) / 1000);
      result.oldestSeconds = Math.max(result.oldestSeconds, waitedSeconds);
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined && budget.mayRead());
}

async function workOn<Item>({ work, describe }: ShardSweep<Item>, item: Item): Promise<'done' | 'left' | 'failed'> {
  try {
    return await work(item);
  } catch (thrown) {
    log.error('item failed and stays for the next run', { ...describe(item), cause: causeText(thrown) });
    return 'failed';
  }
}

/** Whether a run may begin another item, and whether it may still read another page. */
export type TimeBudget = { mayBegin(): boolean; mayRead(): boolean };

/** Five seconds suffice to count tens of thousands of items. */
const countingMs = 5_000;

/** A budget from now on: items are begun within `beginWithinMs`, and pages are read for five seconds more. */
export function timeBudget(beginWithinMs: number): TimeBudget {
  const beginUntilMs = performance.now() + beginWithinMs;
  return {
    mayBegin: () => performance.now() < beginUntilMs,
    mayRead: () => performance.now() < beginUntilMs + countingMs,
  };
}

import { causeText } from '../faults.ts';
import { log } from '../log.ts';

export type ShardSweep<Item> = {
  /** Partitions of the list: they are swept side by side, so that a full or broken one holds up no other. */
  shards: number;
  readPage(shard: number, cursor: string | undefined): Promise<{ items: readonly Item[]; nextCursor?: string }>;
  /** What to do with an item. A throw counts it as failed, is logged, and stops nothing. */
  work(item: Item): Promise<void>;
  /** What to log about an item that failed. */
  describe(item: Item): Record<string, unknown>;
  /** Whether another item may be begun; one that is not begun is left for the next run. */
  hasTime(): boolean;
};

export type SweepResult = { done: number; failed: number; left: number; unreadShards: number };

/** Goes once through everything in a sharded list, to its end or until its time is up, past items that keep failing. */
export async function sweepShards<Item>(sweep: ShardSweep<Item>): Promise<SweepResult> {
  const result: SweepResult = { done: 0, failed: 0, left: 0, unreadShards: 0 };
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
  let cursor: string | undefined;
  do {
    const page = await sweep.readPage(shard, cursor);
    for (const item of page.items) {
      if (sweep.hasTime()) result[await workOn(sweep, item)] += 1;
      else result.left += 1;
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined && sweep.hasTime());
}

async function workOn<Item>({ work, describe }: ShardSweep<Item>, item: Item): Promise<'done' | 'failed'> {
  try {
    await work(item);
    return 'done';
  } catch (thrown) {
    log.error('item left for the next run', { ...describe(item), cause: causeText(thrown) });
    return 'failed';
  }
}

/** A budget of time from now on, for `hasTime`. */
export function timeBudget(ms: number): () => boolean {
  const untilMs = performance.now() + ms;
  return () => performance.now() < untilMs;
}

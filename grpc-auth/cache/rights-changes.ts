import type { RightsChange } from '../../functions/auth/model/rights-feed.ts';
import { maxTokenAgeMs } from '../../functions/auth/model/tokens/token.ts';
import { type FollowedFeed, followFeed } from '../../grpc-shared/feed/follow-feed.ts';
import type { Health } from '../../grpc-shared/server/health.ts';
import type { AuthReaders } from '../readers.ts';

/**
 * A row bears the time at which its writer began, by its own clock; it shows when the transaction is through. A writer is a Lambda that
 * ends after 15 seconds; the rest is for clocks.
 */
const overlapMs = 30_000;

export type RightsChangesProps = {
  readChanges: AuthReaders['readChanges'];
  /** What it throws makes the reading fail: the change comes again with the next. */
  apply(change: RightsChange): void | Promise<void>;
  health: Pick<Health, 'set'>;
};

/** Follows the feed of changed rights, from the oldest that a token in force can know of: each change is applied once, or again when a reading was late. */
export function rightsChanges({ readChanges, apply, health }: RightsChangesProps): FollowedFeed {
  // Sessions that ended while a token of theirs is still in force must be known.
  let readUpToMs = Date.now() - maxTokenAgeMs;
  let seen = new Set<string>();
  return followFeed({
    name: 'rights',
    health,
    async read() {
      const startedAtMs = Date.now();
      const rows = await readChanges(readUpToMs - overlapMs);
      const unseen = rows.filter(({ id }) => !seen.has(id)).map(({ change }) => change);
      for (const change of unseen) if (change.kind !== 'keys') await apply(change);
      // Once, however often the list changed: it is read whole.
      if (unseen.some(({ kind }) => kind === 'keys')) await apply({ kind: 'keys' });
      seen = new Set(rows.map(({ id }) => id));
      readUpToMs = startedAtMs;
    },
  });
}

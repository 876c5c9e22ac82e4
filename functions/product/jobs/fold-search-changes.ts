import { scheduledJob } from '../../shared/jobs/scheduled-job.ts';
import { sweepShards, timeBudget } from '../../shared/jobs/sweep-shards.ts';
import { foldChanges } from '../store/search/fold-changes.ts';
import { findSearched, searchShards } from '../store/search/search-change-table.ts';

const organizationsPerPage = 100;
/** The Lambda has 50 seconds, and the largest organization takes about ten. */
const beginWithinMs = 30_000;

/** Folds the recent changes of organizations that have many into their snapshots, so that each search reads few. */
export const handler = scheduledJob('fold-search-changes', async (now) => {
  let folded = 0;
  let foldedChanges = 0;
  let largestCatalogue = 0;
  const { failed, left, unreadShards } = await sweepShards<string>({
    shards: searchShards,
    readPage: (shard, cursor) => findSearched(shard, { limit: organizationsPerPage, ...(cursor !== undefined && { cursor }) }),
    work: async (organizationId) => {
      const folding = await foldChanges(organizationId);
      if (folding.outcome === 'overtaken') return 'left';
      largestCatalogue = Math.max(largestCatalogue, folding.products);
      if (folding.outcome === 'folded') {
        folded += 1;
        foldedChanges += folding.changes;
      }
      return 'done';
    },
    describe: (organizationId) => ({ organizationId }),
    since: () => now,
    now,
    budget: timeBudget(beginWithinMs),
  });
  if (failed + unreadShards > 0) {
    throw new Error(
      `the changes of ${failed} organizations could not be folded and ${unreadShards} shards could not be read; the log says why`,
    );
  }
  return { folded, foldedChanges, left, largestCatalogue };
});

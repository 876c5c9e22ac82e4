import { type Commits, commitsOf } from '../../../shared/store/commits.ts';
import type { Write } from '../../../shared/store/write.ts';
import { childTraceparent, newCorrelationId } from '../../../shared/trace.ts';
import { inTurns } from '../../../shared/waiting/in-turns.ts';
import { CatalogueIndex } from '../../model/search/catalogue-index.ts';
import type { SearchChange } from '../../model/search/search-change.ts';
import { indexFormat } from '../../model/search/word-index.ts';
import { deleteSearchChange, findPointer, peekSearchChanges, putPointer } from './search-change-table.ts';
import { readSnapshot, writeSnapshot } from './snapshot-client.ts';

/** Up to so many changes are read with every search; a hundred KB or so, which one request brings. */
export const foldAbove = 200;
/** The most that one run folds, so that it ends in time. The next run takes the rest. */
const maxChangesPerFold = 5000;
const deletesPerCommit = 50;
const commitsAtOnce = 4;

export type Folding =
  /** There are few changes, and the snapshot is of our format. `products` are those of the snapshot. */
  | { outcome: 'not-needed'; products: number }
  | { outcome: 'folded'; changes: number; products: number }
  /** Another run was first. */
  | { outcome: 'overtaken' };

/**
 * Makes a new snapshot of an organization's products from the one before and the changes since, when there are many. Whatever
 * interrupts it, nothing is lost: changes are deleted last, and applying them again changes nothing.
 */
export async function foldChanges(organizationId: string): Promise<Folding> {
  const pointer = await findPointer(organizationId);
  const isOldFormat = pointer !== undefined && pointer.format !== indexFormat;
  const { changes } = await peekSearchChanges(organizationId, maxChangesPerFold);
  if (changes.length <= foldAbove && !isOldFormat) return { outcome: 'not-needed', products: pointer?.products ?? 0 };
  // The latest object may be newer than the pointer says: that of a run that ended before it moved the pointer.
  const stored = await readSnapshot(organizationId);
  const index = stored === undefined ? CatalogueIndex.empty() : CatalogueIndex.from(stored.snapshot);
  const applied = index.apply(changes);
  const commits = commitsOf({
    correlationId: newCorrelationId(),
    traceparent: childTraceparent(),
    organizationId,
    causationId: 'fold-search-changes',
  });
  const isStored = stored?.objectVersion === pointer?.objectVersion && applied === 0 && !isOldFormat;
  if (!isStored) {
    const written = await writeSnapshot(organizationId, index.snapshot(), stored?.eTag);
    if (written.outcome === 'replaced') return { outcome: 'overtaken' };
    const { objectVersion } = written;
    const next = { number: (pointer?.number ?? 0) + 1, objectVersion, format: indexFormat, products: index.size };
    const moved = await commits.now({ writes: [putPointer(organizationId, next)] });
    if (moved.outcome !== 'committed') return { outcome: 'overtaken' };
  }
  await deleteFolded(organizationId, changes, commits);
  return { outcome: 'folded', changes: changes.length, products: index.size };
}

async function deleteFolded(organizationId: string, changes: readonly SearchChange[], commits: Commits): Promise<void> {
  const deletes = changes.map((change) => deleteSearchChange(organizationId, change));
  const parts = Array.from({ length: Math.ceil(deletes.length / deletesPerCommit) }, (_, n) =>
    deletes.slice(n * deletesPerCommit, (n + 1) * deletesPerCommit),
  );
  await inTurns(parts, commitsAtOnce, (part) => deleteUnchanged(commits, part));
}

/** What has changed again in the meantime stays. So does what others are writing at this moment: the next run deletes it. */
async function deleteUnchanged(commits: Commits, deletes: readonly Write[]): Promise<void> {
  const ended = await commits.now({ writes: deletes });
  if (ended.outcome !== 'condition-failed') return;
  const changed = new Set(ended.failed.map(({ index }) => index));
  await commits.now({ writes: deletes.filter((_, index) => !changed.has(index)) });
}

import { CatalogueIndex } from '../../model/search/catalogue-index.ts';
import { readSearchChanges, type SnapshotPointer } from './search-change-table.ts';
import { readSnapshot } from './snapshot-client.ts';

/** Products of all organizations whose indexes this process holds: about 1 GB. */
const maxProductsHeld = 150_000;

type Held = { index: CatalogueIndex; snapshot: number };
/** By organization, the one that was asked about last at the end. */
const held = new Map<string, Held>();

/**
 * The index of an organization as of now. One query reads what changed since the last snapshot; the snapshot itself is read when this
 * process does not hold it.
 */
export async function currentIndex(organizationId: string): Promise<CatalogueIndex> {
  const { changes, pointer } = await readSearchChanges(organizationId);
  const known = held.get(organizationId);
  // An index that fails half-way through a change is not used again.
  held.delete(organizationId);
  const snapshot = pointer?.number ?? 0;
  const index = known?.snapshot === snapshot ? known.index : await loaded(organizationId, pointer);
  index.apply(changes);
  hold(organizationId, { index, snapshot });
  return index;
}

/** Lets go of every index, as a new process has none. */
export const forgetIndexes = () => held.clear();

async function loaded(organizationId: string, pointer: SnapshotPointer | undefined): Promise<CatalogueIndex> {
  if (pointer === undefined) return CatalogueIndex.empty();
  const stored = await readSnapshot(organizationId, pointer.objectVersion);
  if (stored === undefined) throw new Error(`snapshot ${pointer.number} of ${organizationId} is missing`);
  return CatalogueIndex.from(stored.snapshot);
}

function hold(organizationId: string, one: Held): void {
  held.set(organizationId, one);
  let products = [...held.values()].reduce((sum, { index }) => sum + index.size, 0);
  for (const [id, { index }] of held) {
    if (products <= maxProductsHeld || id === organizationId) return;
    held.delete(id);
    products -= index.size;
  }
}

import type { CheckedStock } from '../functions/inventory/model/availability.ts';
import type { EntryOutcome, StockEntry } from '../functions/inventory/model/stock-entry.ts';
import type { StockLevel } from '../functions/inventory/model/stock-feed.ts';
import type { Entering, Journal } from '../functions/inventory/store/stock-entry-table.ts';
import { DependencyOutError } from '../grpc-shared/calls/call-errors.ts';

/** What the service asks of the inventory table: strongly consistent. An absence is an answer; a throw is none. */
export type StockStore = {
  /** Up to 100 different products; the unknown ones are left out. */
  findLevels(organizationId: string, productIds: readonly string[]): Promise<ReadonlyMap<string, StockLevel & CheckedStock>>;
  /** Entries of different products, all in one transaction. */
  enter(journal: Journal, entries: readonly StockEntry[], entering: Entering): Promise<EntryOutcome[]>;
};

/** The same store, its faults told apart from ours: the service is then UNAVAILABLE. */
export function outOfReachTold({ findLevels, enter }: StockStore): StockStore {
  return {
    findLevels: (organizationId, productIds) => told(findLevels(organizationId, productIds)),
    enter: (journal, entries, entering) => told(enter(journal, entries, entering)),
  };
}

async function told<Found>(asked: Promise<Found>): Promise<Found> {
  try {
    return await asked;
  } catch (cause) {
    throw new DependencyOutError('the inventory table is out of reach', { cause });
  }
}

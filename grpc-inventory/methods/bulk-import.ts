import { status } from '@grpc/grpc-js';
import { maxEntriesPerCommit, type StockEntry, takeTogether } from '../../functions/inventory/model/stock-entry.ts';
import type { Journal } from '../../functions/inventory/store/stock-entry-table.ts';
import type { BulkImportRequest, BulkImportResponse } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import type { CallContext } from '../../grpc-shared/calls/call-context.ts';
import { RefusedCallError } from '../../grpc-shared/calls/call-errors.ts';
import { clientStreaming } from '../../grpc-shared/calls/methods.ts';
import { causeOfEntries, journalOf, readEntry, zip } from './entry-answers.ts';
import { ImportSummary } from './import-summary.ts';
import type { InventoryDependencies } from './inventory-dependencies.ts';
import { invalid } from './watched-products.ts';

const maxRows = 5000;

/** Rows are stored as they come, and no more are read meanwhile: the caller sends as fast as they can be stored. */
export function bulkImport(dependencies: InventoryDependencies) {
  return clientStreaming<BulkImportRequest, BulkImportResponse>(async (requests, context) => {
    const caller = await dependencies.callers.admit(context, 'inventory:adjust');
    const summary = new ImportSummary();
    const waiting: StockEntry[] = [];
    let journal: Journal | undefined;
    for await (const { importId, entry } of requests) {
      journal ??= journalOf('IMPORT', caller, importId);
      if (importId !== '' && importId !== journal.id) throw invalid('all rows of a call belong to one import');
      summary.answer.received += 1;
      if (summary.answer.received > maxRows)
        throw new RefusedCallError(
          status.RESOURCE_EXHAUSTED,
          `an import has at most ${maxRows} rows; the ones before are stored`,
        );
      const read = readEntry(entry);
      if ('rejection' in read) summary.reject(read.sent, read.rejection);
      else waiting.push(read.entry);
      if (waiting.length >= maxEntriesPerCommit) await store(waiting, { journal, summary, context }, dependencies);
    }
    while (journal !== undefined && waiting.length > 0) await store(waiting, { journal, summary, context }, dependencies);
    return summary.answer;
  });
}

type Import = { journal: Journal; summary: ImportSummary; context: CallContext };

/** The caller's rights are checked again before each commit. */
async function store(waiting: StockEntry[], { journal, summary, context }: Import, { callers, store }: InventoryDependencies) {
  context.signal.throwIfAborted();
  const caller = await callers.admit(context, 'inventory:adjust');
  const entries = takeTogether(waiting);
  const outcomes = await store.enter(journal, entries, { caller, cause: causeOfEntries(journal, caller, context) });
  for (const { entry, outcome } of zip(entries, outcomes)) {
    if (outcome.outcome === 'rejected') summary.reject(entry, outcome);
    else summary.answer[outcome.outcome] += 1;
  }
}

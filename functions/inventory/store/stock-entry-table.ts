import type { Cause } from '../../shared/cause.ts';
import { ContendedError } from '../../shared/faults.ts';
import { readDecideCommit, type Write } from '../../shared/store/commit.ts';
import { type Key, readItems } from '../../shared/store/dynamo.ts';
import { type EntryOutcome, enter, fingerprintOf, type StockEntry } from '../model/stock-entry.ts';
import { findStocks, putStocks } from './stock-table.ts';

/** Where the numbers of entries are unique: an import or a device's journal of the organization. `id` is chosen by the client. */
export type Journal = { organizationId: string; kind: 'IMPORT' | 'SYNC'; id: string };

/** As long as a handled event is remembered. */
const entryLifeSeconds = 120 * 24 * 3600;

const entryKey = ({ organizationId, kind, id }: Journal, number: number): Key => ({
  pk: `ORG#${organizationId}#${kind}#${id}`,
  sk: `ENTRY#${String(number).padStart(10, '0')}`,
});

/**
 * Stores entries of different products (see `takeTogether`) with their stocks and the mark that they are stored, in one transaction.
 * Under contention each is tried alone, so that one busy product does not hold the others up. Answers in the order of the entries.
 */
export async function enterStocks(journal: Journal, entries: readonly StockEntry[], cause: Cause): Promise<EntryOutcome[]> {
  try {
    return await enterTogether(journal, entries, cause);
  } catch (thrown) {
    if (!(thrown instanceof ContendedError)) throw thrown;
  }
  const outcomes: EntryOutcome[] = [];
  for (const entry of entries) outcomes.push(await enterAlone(journal, entry, cause));
  return outcomes;
}

async function enterAlone(journal: Journal, entry: StockEntry, cause: Cause): Promise<EntryOutcome> {
  try {
    const [outcome] = await enterTogether(journal, [entry], cause);
    if (outcome !== undefined) return outcome;
  } catch (thrown) {
    if (!(thrown instanceof ContendedError)) throw thrown;
  }
  return { outcome: 'rejected', reason: 'contended', detail: 'others changed this stock at every try: send it again' };
}

function enterTogether(journal: Journal, entries: readonly StockEntry[], cause: Cause): Promise<EntryOutcome[]> {
  const { organizationId } = journal;
  const numbers = entries.map(({ number }) => number);
  const productIds = entries.map(({ productId }) => productId);
  return readDecideCommit(async () => {
    const [stored, found] = await Promise.all([findEntries(journal, numbers), findStocks(organizationId, productIds)]);
    const { outcomes, applied, stocks, events } = enter(entries, stored, found, new Date().toISOString());
    if (applied.length === 0) return { result: outcomes };
    const writes = [...applied.map((entry) => putEntry(journal, entry)), ...putStocks(organizationId, stocks)];
    return { result: outcomes, commit: { cause, writes, publish: events } };
  });
}

/** The fingerprints of the entries stored under these numbers (at most 100), strongly consistent. */
async function findEntries(journal: Journal, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const items = await readItems(numbers.map((number) => entryKey(journal, number)));
  return new Map(items.map(({ number, fingerprint }) => [Number(number), String(fingerprint)]));
}

function putEntry(journal: Journal, entry: StockEntry): Write {
  const Item = {
    ...entryKey(journal, entry.number),
    organizationId: journal.organizationId,
    number: entry.number,
    fingerprint: fingerprintOf(entry),
    expiresAt: Math.floor(Date.now() / 1000) + entryLifeSeconds,
  };
  return { Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } };
}

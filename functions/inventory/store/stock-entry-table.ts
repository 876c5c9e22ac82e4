import type { ShopRights } from '../../shared/caller.ts';
import type { Cause } from '../../shared/cause.ts';
import { ContendedError } from '../../shared/faults.ts';
import { number, record, text } from '../../shared/store/codec.ts';
import { commitsOf } from '../../shared/store/commits.ts';
import { type Key, readItems } from '../../shared/store/dynamo.ts';
import { putNew, type Write } from '../../shared/store/write.ts';
import { decideEntries, type EntryOutcome, fingerprintOf, type StockEntry } from '../model/stock-entry.ts';
import { putStocks, stocks } from './stock-table.ts';

/** An import, or the journal of a device. Entry numbers are unique within it, and its id within the organization: clients choose both. */
export type Journal = { organizationId: string; kind: 'IMPORT' | 'SYNC'; id: string };

/** Who enters, and what the events are caused by. */
export type Entering = { caller: ShopRights; cause: Cause };

/** As long as the marker of a handled event. */
const entryLifeSeconds = 120 * 24 * 3600;

const entryKey = ({ organizationId, kind, id }: Journal, number: number): Key => ({
  pk: `ORG#${organizationId}#${kind}#${id}`,
  sk: `ENTRY#${String(number).padStart(10, '0')}`,
});

/**
 * Stores entries of different products (see `takeTogether`) with their stocks and records that they are stored, in one transaction.
 * When that stays contended after 8 tries, it stores each entry by itself with 8 tries more, so that one busy product does not hold
 * up the others. Entries of shops for which the caller may not act are rejected. Outcomes are in the order of the entries.
 */
export async function enterStocks(journal: Journal, entries: readonly StockEntry[], entering: Entering): Promise<EntryOutcome[]> {
  try {
    return await enterTogether(journal, entries, entering);
  } catch (thrown) {
    if (!(thrown instanceof ContendedError)) throw thrown;
  }
  const outcomes: EntryOutcome[] = [];
  for (const entry of entries) outcomes.push(await enterAlone(journal, entry, entering));
  return outcomes;
}

async function enterAlone(journal: Journal, entry: StockEntry, entering: Entering): Promise<EntryOutcome> {
  try {
    const [outcome] = await enterTogether(journal, [entry], entering);
    if (outcome !== undefined) return outcome;
  } catch (thrown) {
    if (!(thrown instanceof ContendedError)) throw thrown;
  }
  return { outcome: 'rejected', reason: 'contended', detail: 'the stock changed during each attempt: send the entry again' };
}

function enterTogether(journal: Journal, entries: readonly StockEntry[], { caller, cause }: Entering): Promise<EntryOutcome[]> {
  const { organizationId } = journal;
  const numbers = entries.map(({ number }) => number);
  const productIds = entries.map(({ productId }) => productId);
  return commitsOf(cause).decided(async () => {
    const [stored, found] = await Promise.all([findEntries(journal, numbers), stocks.findAll(organizationId, productIds)]);
    const now = new Date();
    const decided = decideEntries(caller, entries, stored, found, { at: now.toISOString(), userId: cause.userId });
    return {
      result: decided.outcomes,
      writes: [...decided.applied.map((entry) => putEntry(journal, entry, now)), ...putStocks(organizationId, decided.stocks)],
      publish: decided.events,
    };
  });
}

/** The fingerprints of the entries stored under these numbers (at most 100), strongly consistent. */
async function findEntries(journal: Journal, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const items = await readItems(numbers.map((number) => entryKey(journal, number)));
  return new Map(items.map((item) => entryCodec(item, `${item.pk}`)).map(({ number, fingerprint }) => [number, fingerprint]));
}

const entryCodec = record<{ number: number; fingerprint: string }>({ number, fingerprint: text });

const putEntry = (journal: Journal, entry: StockEntry, now: Date): Write =>
  putNew({
    ...entryKey(journal, entry.number),
    organizationId: journal.organizationId,
    number: entry.number,
    fingerprint: fingerprintOf(entry),
    expiresAt: Math.floor(now.getTime() / 1000) + entryLifeSeconds,
  });

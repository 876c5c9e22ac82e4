import { hash } from 'node:crypto';
import { lengthOf } from '../../shared/text.ts';
import { adjustStock, maxPieces, type Stock, type StockEvent } from './stock.ts';

/** A numbered correction out of a journal: an import file, or what a device wrote down while it was offline. */
export type StockEntry = { number: number; productId: string; change: EntryChange; note: string };
export type EntryChange =
  /** Pieces found, or lost when negative. */
  | { kind: 'delta'; pieces: number }
  /** Pieces that someone counted as available. */
  | { kind: 'counted'; pieces: number };

export type RejectionReason = 'invalid' | 'unknown-product' | 'below-zero' | 'over-limit' | 'number-taken' | 'contended';
/** `detail` is for a person, and goes to the caller. */
export type Rejection = { outcome: 'rejected'; reason: RejectionReason; detail: string };
export type EntryOutcome = { outcome: 'applied' } | { outcome: 'repeated' } | Rejection;

/** As an entry comes: nothing is sure yet. Absent fields are undefined. */
export type EntryDraft = { number: number; productId: string; delta?: number; counted?: number; note: string };

export const maxDelta = 1_000_000;
const maxNumber = 1_000_000_000;
const maxNoteLength = 500;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids are compared as text. Requests turn them into lower case before they are checked. */
export const isId = (text: string) => uuid.test(text);

/** The entry, or the first thing that is wrong with it. */
export function parseEntry(draft: EntryDraft): StockEntry | Rejection {
  const { number, productId, note } = draft;
  if (!Number.isSafeInteger(number) || number < 1 || number > maxNumber) return invalid(`the number must be 1 to ${maxNumber}`);
  if (!isId(productId)) return invalid('the product id is not a UUID');
  const noteLength = lengthOf(note);
  if (noteLength < 1 || noteLength > maxNoteLength) return invalid(`the note must have 1 to ${maxNoteLength} characters`);
  const change = changeOf(draft);
  return 'outcome' in change ? change : { number, productId, change, note };
}

function changeOf({ delta, counted }: EntryDraft): EntryChange | Rejection {
  if (counted !== undefined) {
    return counted >= 0 && counted <= maxPieces
      ? { kind: 'counted', pieces: counted }
      : invalid(`counted must be 0 to ${maxPieces}`);
  }
  if (delta === undefined) return invalid('neither delta nor counted is given');
  return delta !== 0 && Math.abs(delta) <= maxDelta
    ? { kind: 'delta', pieces: delta }
    : invalid(`delta must not be 0, and at most ${maxDelta} either way`);
}

const invalid = (detail: string): Rejection => ({ outcome: 'rejected', reason: 'invalid', detail });

/** By which an entry that is sent again is told from another one under its number. */
export const fingerprintOf = ({ productId, change, note }: StockEntry) =>
  hash('sha256', JSON.stringify([productId, change.kind, change.pieces, note]));

/** What the entries of one transaction come to, in their order; `applied` are to be remembered with the stocks. */
export type Entering = { outcomes: EntryOutcome[]; applied: StockEntry[]; stocks: Stock[]; events: StockEvent[] };

/**
 * Decides on entries of different products. `stored` holds the fingerprints of the numbers entered before: the same entry again is
 * `repeated`, and nothing happens. A rejected entry leaves no trace, so that it may be mended and sent again.
 */
export function enter(
  entries: readonly StockEntry[],
  stored: ReadonlyMap<number, string>,
  stocks: ReadonlyMap<string, Stock>,
  at: string,
): Entering {
  const entering: Entering = { outcomes: [], applied: [], stocks: [], events: [] };
  for (const entry of entries) entering.outcomes.push(enterOne(entry, stored.get(entry.number), stocks.get(entry.productId), at));
  return entering;

  function enterOne(entry: StockEntry, before: string | undefined, stock: Stock | undefined, at: string): EntryOutcome {
    if (before !== undefined) {
      if (before === fingerprintOf(entry)) return { outcome: 'repeated' };
      return { outcome: 'rejected', reason: 'number-taken', detail: `another entry was stored as number ${entry.number}` };
    }
    if (stock === undefined) return { outcome: 'rejected', reason: 'unknown-product', detail: 'no stock of this product' };
    const delta = entry.change.kind === 'delta' ? entry.change.pieces : entry.change.pieces - stock.available;
    // A count that finds what the books say is remembered all the same: it must not be held against later sales when it is repeated.
    if (delta !== 0) {
      const adjustment = adjustStock(stock, { delta, note: entry.note, at });
      if (adjustment.outcome === 'below-zero') return belowZero(adjustment);
      if (adjustment.outcome === 'over-limit') return overLimit(adjustment);
      entering.stocks.push(adjustment.stock);
      entering.events.push(...adjustment.events);
    }
    entering.applied.push(entry);
    return { outcome: 'applied' };
  }
}

const belowZero = ({ available, reserved }: { available: number; reserved: number }): Rejection => ({
  outcome: 'rejected',
  reason: 'below-zero',
  detail: `${available} are available and ${reserved} are reserved for orders: at most ${available} can be taken away`,
});

const overLimit = ({ limit }: { limit: number }): Rejection => ({
  outcome: 'rejected',
  reason: 'over-limit',
  detail: `a product has at most ${limit} pieces`,
});

/** Each entry takes two actions of a transaction, and the outbox and the feed one each. */
export const maxEntriesPerCommit = 20;

/**
 * Takes the entries of the next transaction from the front of `waiting`: as many as fit, until a product or a number comes twice, which
 * has to see the first one's effect.
 */
export function takeTogether(waiting: StockEntry[]): StockEntry[] {
  const products = new Set<string>();
  const numbers = new Set<number>();
  let count = 0;
  for (const { productId, number } of waiting) {
    if (count === maxEntriesPerCommit || products.has(productId) || numbers.has(number)) break;
    products.add(productId);
    numbers.add(number);
    count += 1;
  }
  return waiting.splice(0, count);
}

import { hash } from 'node:crypto';
import { mayActFor, notYourShop, type ShopRights } from '../../shared/caller.ts';
import { mayBeOnItsWay } from '../../shared/ids.ts';
import { lengthOf } from '../../shared/input/text.ts';
import { decideAdjustment, maxPieces, refusalText, type Stock, type StockEvent } from './stock.ts';

/** A numbered correction from a journal: an import file, or what a device recorded while it was offline. */
export type StockEntry = { number: number; productId: string; change: EntryChange; note: string };
export type EntryChange =
  /** Pieces to add; negative to remove. */
  | { kind: 'delta'; pieces: number }
  /** Available pieces that someone counted. */
  | { kind: 'counted'; pieces: number };

export type RejectionReason =
  | 'invalid'
  | 'unknown-product'
  | 'not-allowed'
  | 'not-yet-known'
  | 'below-zero'
  | 'over-limit'
  | 'number-taken'
  | 'contended';
/** `detail` is for people and is sent to the caller. */
export type Rejection = { outcome: 'rejected'; reason: RejectionReason; detail: string };
export type EntryOutcome = { outcome: 'applied' } | { outcome: 'repeated' } | Rejection;

/** An entry as it was sent, before any check. */
export type EntryDraft = { number: number; productId: string; delta?: number; counted?: number; note: string };

export const maxDelta = 1_000_000;
const maxNumber = 1_000_000_000;
const maxNoteLength = 500;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether this is an id in the form in which ids are compared: a UUID in lower case. */
export const isId = (text: string) => uuid.test(text);

/** Returns the entry, or the first thing that is wrong with it. The product id may be sent in upper case. */
export function parseEntry(draft: EntryDraft): StockEntry | Rejection {
  const { number, note } = draft;
  const productId = draft.productId.toLowerCase();
  if (!Number.isSafeInteger(number) || number < 1 || number > maxNumber) return invalid(`the number must be 1 to ${maxNumber}`);
  if (!isId(productId)) return invalid('the product id is not a UUID');
  if (note === '' || lengthOf(note) > maxNoteLength) return invalid(`the note must have 1 to ${maxNoteLength} characters`);
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

/** Tells an entry that is sent again from another entry under the same number. */
export const fingerprintOf = ({ productId, change, note }: StockEntry) =>
  hash('sha256', JSON.stringify([productId, change.kind, change.pieces, note]));

/** The outcomes in the order of the entries. `applied` entries are stored together with the stocks. */
export type EntryDecision = { outcomes: EntryOutcome[]; applied: StockEntry[]; stocks: Stock[]; events: StockEvent[] };

/**
 * Decides on entries of different products, each by whether the caller may act for the product's shop. `stored` holds the fingerprints of earlier entries by number: the same entry again is
 * `repeated` and changes nothing. A rejected entry is not stored, so it can be corrected and sent again under its number.
 */
export function decideEntries(
  caller: ShopRights,
  entries: readonly StockEntry[],
  stored: ReadonlyMap<number, string>,
  stocks: ReadonlyMap<string, Stock>,
  mover: { at: string; userId?: string },
): EntryDecision {
  const decision: EntryDecision = { outcomes: [], applied: [], stocks: [], events: [] };
  for (const entry of entries) decision.outcomes.push(decideEntry(entry, stored.get(entry.number), stocks.get(entry.productId)));
  return decision;

  function decideEntry(entry: StockEntry, before: string | undefined, stock: Stock | undefined): EntryOutcome {
    if (before !== undefined) {
      if (before === fingerprintOf(entry)) return { outcome: 'repeated' };
      return { outcome: 'rejected', reason: 'number-taken', detail: `another entry was stored as number ${entry.number}` };
    }
    if (stock === undefined) return noStock(entry, mover.at);
    if (!mayActFor(caller, stock.localId)) return { outcome: 'rejected', reason: 'not-allowed', detail: notYourShop };
    const delta = entry.change.kind === 'delta' ? entry.change.pieces : entry.change.pieces - stock.available;
    // A count that changes nothing is stored too: when it is repeated, it must not be compared with the stock after later sales.
    if (delta !== 0) {
      const adjustment = decideAdjustment(stock, { delta, note: entry.note, ...mover });
      if (adjustment.outcome !== 'adjusted') {
        return { outcome: 'rejected', reason: adjustment.outcome, detail: refusalText(adjustment) };
      }
      decision.stocks.push(adjustment.stock);
      decision.events.push(...adjustment.events);
    }
    decision.applied.push(entry);
    return { outcome: 'applied' };
  }
}

/** A product that was published a moment ago may get its stock yet, so that the entry can be sent again. */
const noStock = ({ productId }: StockEntry, at: string): Rejection =>
  mayBeOnItsWay(productId, at)
    ? { outcome: 'rejected', reason: 'not-yet-known', detail: 'no stock of this product yet: send the entry again' }
    : { outcome: 'rejected', reason: 'unknown-product', detail: 'no stock of this product' };

/** An entry takes two actions of a transaction, or three with a page of movements. The outbox item and the row of the feed take one each. */
export const maxEntriesPerCommit = 20;

/**
 * Takes the entries of the next transaction from the front of `waiting`. It ends before an entry whose product or number was taken
 * already, since that entry has to see the effect of the first.
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

import {
  type EntryOutcome,
  isId,
  parseEntry,
  type Rejection,
  type RejectionReason,
  type StockEntry,
} from '../../functions/inventory/model/stock-entry.ts';
import type { Journal } from '../../functions/inventory/store/stock-entry-table.ts';
import type { Caller } from '../../functions/shared/caller.ts';
import type { Cause } from '../../functions/shared/cause.ts';
import { truncated } from '../../functions/shared/input/text.ts';
import {
  RejectionReason as Reason,
  type RejectedEntry,
  type StockEntry as SentEntry,
} from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import type { CallContext } from '../../grpc-shared/calls/call-context.ts';
import { invalid } from './watched-products.ts';

/** An entry as it was sent, and as it may be stored, unless it is rejected at sight. */
export function readEntry(
  sent: SentEntry | undefined,
): { sent: SentEntry; entry: StockEntry } | { sent: SentEntry; rejection: Rejection } {
  const shown = sent ?? { number: 0, productId: '', note: '' };
  const entry = parseEntry(shown);
  return 'outcome' in entry ? { sent: shown, rejection: entry } : { sent: shown, entry };
}

const maxShownLength = 64;

export const rejectedEntry = (
  { number, productId }: { number: number; productId: string },
  { reason, detail }: Rejection,
): RejectedEntry => ({ number, productId: truncated(productId, maxShownLength), reason: wireReasons[reason], detail });

const wireReasons: Record<RejectionReason, Reason> = {
  invalid: Reason.REJECTION_REASON_INVALID,
  'unknown-product': Reason.REJECTION_REASON_UNKNOWN_PRODUCT,
  'not-allowed': Reason.REJECTION_REASON_NOT_ALLOWED,
  'not-yet-known': Reason.REJECTION_REASON_NOT_YET_KNOWN,
  'below-zero': Reason.REJECTION_REASON_BELOW_ZERO,
  'over-limit': Reason.REJECTION_REASON_OVER_LIMIT,
  'number-taken': Reason.REJECTION_REASON_NUMBER_TAKEN,
  contended: Reason.REJECTION_REASON_CONTENDED,
};

/** The caller's journal; its id is unique in the organization alone. @throws {RefusedCallError} INVALID_ARGUMENT */
export function journalOf(kind: Journal['kind'], { organizationId }: Caller, id: string): Journal {
  if (!isId(id)) throw invalid(`the ${kind === 'IMPORT' ? 'import' : 'journal'} id is not a UUID`);
  return { organizationId, kind, id };
}

/** Why entries of a journal are stored. */
export const causeOfEntries = (
  { kind, id }: Journal,
  { organizationId, userId }: Caller,
  { trace }: Pick<CallContext, 'trace'>,
): Cause => ({
  ...trace,
  organizationId,
  userId,
  causationId: `${kind.toLowerCase()}-${id}`,
});

/** Pairs what was asked with what became of it. */
export function zip(
  entries: readonly StockEntry[],
  outcomes: readonly EntryOutcome[],
): { entry: StockEntry; outcome: EntryOutcome }[] {
  return entries.map((entry, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined) throw new RangeError('each entry has an outcome');
    return { entry, outcome };
  });
}

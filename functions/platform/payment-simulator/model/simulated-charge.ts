import type { Trace } from '../../../shared/trace.ts';

/** What a shop asks to charge. `reference` comes back with the report as it was sent. */
export type ChargeRequest = {
  amount: { amountMinor: number; currency: string };
  /** The card's token, which decides how the charge ends. */
  source: string;
  callbackUrl: string;
  reference: { organizationId: string; orderId: string; attempt: number };
};

/** `trace` is the shop's. The report carries it back. */
export type AskedCharge = ChargeRequest & { key: string; chargeId: string; trace: Trace };

type DecidedCharge =
  | (AskedCharge & { status: 'charged'; refunds: number })
  | (AskedCharge & { status: 'declined'; refunds: number; retryable: boolean });

/** One charge, identified by its idempotency key. `refunds` counts how often it was refunded. */
export type SimulatedCharge =
  | (AskedCharge & { status: 'requested'; refunds: number })
  | DecidedCharge
  | (AskedCharge & { status: 'refunded'; refunds: number })
  /** Cancelled before money was taken, maybe before it was requested: a charge that comes later is refused. */
  | { key: string; status: 'voided'; refunds: number };

type Card = {
  goesThrough: (attempt: number) => boolean;
  retryable: boolean;
  reports: 0 | 1 | 2;
  isOut?: true;
  chargesTwice?: true;
};

const good: Card = { goesThrough: () => true, retryable: false, reports: 1 };
const bad: Card = { ...good, goesThrough: () => false };
const cards: ReadonlyMap<string, Card> = new Map([
  ['tok_ok', good],
  ['tok_declined', bad],
  ['tok_fails_twice', { ...good, goesThrough: (attempt: number) => attempt > 2, retryable: true }],
  ['tok_always_fails', { ...bad, retryable: true }],
  ['tok_silent', { ...good, reports: 0 }],
  ['tok_twice', { ...good, reports: 2 }],
  ['tok_charged_twice', { ...good, chargesTwice: true }],
  ['tok_unavailable', { ...good, isOut: true }],
]);

export type Requesting =
  /** `charge` is stored, unless it is what is stored already, and worked on. */
  | { outcome: 'accepted'; charge: SimulatedCharge & AskedCharge }
  | { outcome: 'voided' | 'unknown_source' | 'unavailable' | 'idempotency_key_reused' };

/** Whether a card could be charged. One that will be declined could: its bank decides that when it is charged. */
export function validityOf(source: string): 'valid' | 'unknown_source' | 'unavailable' {
  const card = cards.get(source);
  if (card === undefined) return 'unknown_source';
  return card.isOut ? 'unavailable' : 'valid';
}

/** Accepts a charge. A repeated request with the same key is the same charge. */
export function requestCharge(asked: AskedCharge, stored: SimulatedCharge | undefined): Requesting {
  const card = cards.get(asked.source);
  if (card === undefined) return { outcome: 'unknown_source' };
  if (card.isOut) return { outcome: 'unavailable' };
  if (stored === undefined) return { outcome: 'accepted', charge: { ...asked, status: 'requested', refunds: 0 } };
  if (stored.status === 'voided' || stored.status === 'refunded') return { outcome: 'voided' };
  const isSame = stored.source === asked.source && stored.amount.amountMinor === asked.amount.amountMinor;
  return isSame ? { outcome: 'accepted', charge: stored } : { outcome: 'idempotency_key_reused' };
}

/** Decides a charge by its card. One that is decided or cancelled stays as it is. */
export function decideCharge(charge: SimulatedCharge): SimulatedCharge {
  const card = charge.status === 'requested' && cards.get(charge.source);
  if (!card) return charge;
  if (card.goesThrough(charge.reference.attempt)) return { ...charge, status: 'charged' };
  return { ...charge, status: 'declined', retryable: card.retryable };
}

/**
 * The fault of a provider that charges a card twice for one key: a second charge with an id of its own, which is also its key here.
 * Undefined for a card with which that does not happen.
 */
export function secondCharge(charge: SimulatedCharge): SimulatedCharge | undefined {
  if (charge.status !== 'charged' || !cards.get(charge.source)?.chargesTwice) return undefined;
  const chargeId = `${charge.chargeId}_second`;
  return { ...charge, key: chargeId, chargeId, refunds: 0 };
}

/** Refunds a charge that was made, once; undefined for one that was not. */
export function refundCharge(stored: SimulatedCharge | undefined): SimulatedCharge | undefined {
  if (stored?.status === 'charged') return { ...stored, status: 'refunded', refunds: stored.refunds + 1 };
  return stored?.status === 'refunded' ? stored : undefined;
}

/** Cancels the charge with that key: it is never charged afterwards, and refunded once if it was. */
export function cancelCharge(key: string, stored: SimulatedCharge | undefined): SimulatedCharge {
  if (stored === undefined || stored.status === 'requested') return { key, status: 'voided', refunds: 0 };
  if (stored.status === 'charged') return { ...stored, status: 'refunded', refunds: stored.refunds + 1 };
  return stored;
}

export type ChargeReport = Pick<AskedCharge, 'chargeId' | 'reference' | 'amount'> & { eventId: string } & (
    | { type: 'charge.completed'; transactionId: string }
    | { type: 'charge.failed'; retryable: boolean; reason: string }
  );

/** What is reported to the shop about a decided charge, as often as its card says. Repeats are the same event. */
export function reportsOf(charge: SimulatedCharge): ChargeReport[] {
  if (charge.status !== 'charged' && charge.status !== 'declined') return [];
  const report = reportOf(charge);
  return Array.from({ length: cards.get(charge.source)?.reports ?? 0 }, () => report);
}

function reportOf(charge: DecidedCharge): ChargeReport {
  const { chargeId, reference, amount } = charge;
  const about = { eventId: `evt_${chargeId}`, chargeId, reference, amount };
  if (charge.status === 'charged') return { ...about, type: 'charge.completed', transactionId: `txn_${chargeId}` };
  const reason = charge.retryable ? 'the issuer does not answer, try again later' : 'card declined';
  return { ...about, type: 'charge.failed', retryable: charge.retryable, reason };
}

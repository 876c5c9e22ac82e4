import type { NewEvent } from '../../shared/domain-event.ts';
import {
  type Attempt,
  answerOf,
  attemptNow,
  type ChargedPayment,
  currentAttempt,
  openedPart,
  type Payment,
  type PaymentChange,
  type SecondCharge,
  type TaskAnswer,
  withAttempt,
} from './payment.ts';

/** Ends a payment for good. The commit closes it; payment's own job refunds what was charged. */
export function decideClosing(
  { orderId, at }: { orderId: string; at: string },
  stored: Payment | undefined,
): PaymentChange | undefined {
  if (stored === undefined) {
    return { payment: { status: 'tombstone', orderId, closedAt: at, version: 1 }, events: [] };
  }
  if (stored.status === 'closed' || stored.status === 'tombstone') return undefined;
  const payment: Payment = { ...openedPart(stored), status: 'closed', closedAt: at, version: stored.version + 1 };
  return { payment, events: reversalRequest(stored, payment, at) };
}

/**
 * How an attempt ended. If it has not ended, or never began, the payment is closed, since its saga no longer waits for it. A late
 * question about an attempt that another followed closes nothing.
 */
export function decideAnswer(
  command: { orderId: string; attempt: number; at: string },
  stored: Payment | undefined,
): { answer: TaskAnswer; change?: PaymentChange } {
  const { attempt } = command;
  const isOlder = stored?.status === 'failed' && currentAttempt(stored).n < attempt;
  if (stored !== undefined && stored.status !== 'initiated' && !isOlder) return { answer: answerOf(stored) };
  if (stored?.status === 'initiated' && currentAttempt(stored).n > attempt) {
    return { answer: { outcome: 'retryable', reason: 'another attempt followed' } };
  }
  const change = decideClosing(command, stored);
  return { answer: { outcome: 'cancelled' }, ...(change && { change }) };
}

/**
 * The charges to cancel at the provider: all of a closed payment, and all of a completed one but the one that settled it. Charges that
 * were never reported, or reported as failed, are among them, since a provider may still work on them: cancelling is final.
 */
export function owedReversals(payment: Payment | undefined): readonly Attempt[] {
  if (payment === undefined) return [];
  if (payment.status !== 'closed' && payment.status !== 'completed') return [];
  const kept = payment.status === 'completed' ? payment.completedBy : undefined;
  const givenBack = payment.secondCharges?.map(({ chargeId }) => chargeId) ?? [];
  return payment.attempts.filter(({ n, status, chargeId }) => {
    // An attempt whose own charge was over another amount is given back as such.
    if (status !== 'completed' && chargeId !== undefined && givenBack.includes(chargeId)) return false;
    return n !== kept && status !== 'voided' && status !== 'refunded';
  });
}

/** The charges to refund by their own ids: the provider made them beside those of their attempts. */
export const owedSecondCharges = (payment: Payment | undefined): readonly SecondCharge[] =>
  payment === undefined || payment.status === 'tombstone'
    ? []
    : (payment.secondCharges ?? []).filter(({ status }) => status === 'owed');

/**
 * The id by which an attempt's charge is refunded. Only an attempt with a second charge needs it, since its key may be that of either;
 * any other is cancelled by its key, which also keeps it from being charged later.
 */
export function refundIdOf(attempt: Attempt, payment: Payment | undefined): string | undefined {
  if (attempt.status !== 'completed' || payment === undefined || payment.status === 'tombstone') return undefined;
  return payment.secondCharges?.some((second) => second.attempt === attempt.n) ? attempt.chargeId : undefined;
}

/** What is owed back, of whatever kind: keys of attempts and ids of second charges. */
export const owedCharges = (payment: Payment | undefined): readonly string[] => [
  ...owedReversals(payment).map(({ key }) => key),
  ...owedSecondCharges(payment).map(({ chargeId }) => chargeId),
];

/** Whether `after` owes the reversal of a charge that `before` did not owe. */
export function owesMore(before: Payment | undefined, after: Payment): boolean {
  const owedBefore = owedCharges(before);
  return owedCharges(after).some((charge) => !owedBefore.includes(charge));
}

/** Payment's own event that there is more to reverse. */
export function reversalRequest(before: Payment, after: Payment, at: string): NewEvent[] {
  if (!owesMore(before, after) || after.status === 'tombstone') return [];
  const { paymentId, orderId, version } = after;
  return [
    {
      type: 'payment.reversal.requested',
      aggregateId: paymentId,
      aggregateVersion: version,
      occurredOn: at,
      data: { paymentId, orderId, reason: reasonOf(before, after) },
    },
  ];
}

function reasonOf(before: Payment, after: Payment) {
  if (owedSecondCharges(after).length > owedSecondCharges(before).length) return 'second-charge';
  return after.status === 'closed' ? 'closed' : 'stray-attempt';
}

/** What cancelling at the provider came to: no money was taken and none will be, or it was given back. */
export type Reversal = { n: number } & ({ outcome: 'voided' } | { outcome: 'refunded'; chargeId?: string });
/** A second charge that was given back, by its id. */
export type Refund = { chargeId: string };

/** Decides what reversals change. Each refund is announced once, however often the provider confirms it. */
export function decideReversals(
  reversals: readonly Reversal[],
  at: string,
  stored: Payment | undefined,
  refunds: readonly Refund[] = [],
): PaymentChange | undefined {
  if (stored === undefined || stored.status === 'tombstone') return undefined;
  const owed = owedReversals(stored);
  const given = owedSecondCharges(stored).filter(({ chargeId }) => refunds.some((refund) => refund.chargeId === chargeId));
  const now = reversals.filter(({ n, outcome }) => owed.some((attempt) => attempt.n === n && canBecome(attempt, outcome)));
  if (now.length === 0 && given.length === 0) return undefined;
  const version = stored.version + 1;
  const { paymentId, orderId, customerId, amount } = stored;
  const attempts = now.reduce<readonly Attempt[]>((all, reversal) => reverse(all, reversal, at), stored.attempts);
  // The provider gave back another charge than the one that it reported: that one is still owed.
  const others = now.flatMap((reversal) => otherChargeOf(reversal, stored));
  const returned = stored.secondCharges?.map((one) =>
    given.includes(one) ? { ...one, status: 'refunded' as const, changedAt: at, isRefundAnnounced: true } : one,
  );
  const secondCharges = [...(returned ?? []), ...others];
  const refunded = [
    ...now.filter(({ n, outcome }) => outcome === 'refunded' && !isAnnounced(owed, n)).map(({ n }) => ({ attempt: n, amount })),
    ...given
      .filter(({ isRefundAnnounced }) => !isRefundAnnounced)
      .map((charge) => ({ attempt: charge.attempt, amount: charge.amount })),
  ];
  const payment = { ...stored, attempts, version, ...(secondCharges.length > 0 && { secondCharges }) };
  const announced = refunded.map(
    (refund): NewEvent => ({
      type: 'payment.refunded',
      aggregateId: paymentId,
      aggregateVersion: version,
      occurredOn: at,
      data: { paymentId, orderId, customerId, ...refund },
    }),
  );
  return { payment, events: [...announced, ...reversalRequest(stored, payment, at)] };
}

const isAnnounced = (attempts: readonly Attempt[], n: number) =>
  attempts.some((attempt) => attempt.n === n && attempt.status === 'completed' && attempt.isRefundAnnounced);

/**
 * Decides on a refund that failed after the provider had called it done: the money is owed again, and is not announced a second time.
 * Undefined when no such refund is known, or it is owed already.
 */
export function decideRefundFailure(
  { chargeId, at }: { chargeId: string; at: string },
  stored: Payment | undefined,
): PaymentChange<ChargedPayment> | undefined {
  if (stored === undefined || stored.status === 'tombstone') return undefined;
  const attempts = stored.attempts.map((attempt) =>
    attempt.status === 'refunded' && attempt.chargeId === chargeId
      ? attemptNow(attempt, at, {
          status: 'completed' as const,
          ...{ chargeId, transactionId: chargeId, isRefundAnnounced: true },
        })
      : attempt,
  );
  const secondCharges = stored.secondCharges?.map((charge) =>
    charge.status === 'refunded' && charge.chargeId === chargeId ? { ...charge, status: 'owed' as const, changedAt: at } : charge,
  );
  const payment = { ...stored, attempts, version: stored.version + 1, ...(secondCharges && { secondCharges }) };
  return owesMore(stored, payment) ? { payment, events: reversalRequest(stored, payment, at) } : undefined;
}

/** Charges that the provider now calls void but earlier reported as paid. They stay owed until the provider resolves it. */
export function contradictedCharges(reversals: readonly Reversal[], stored: Payment | undefined): readonly Attempt[] {
  return owedReversals(stored).filter((attempt) =>
    reversals.some(({ n, outcome }) => n === attempt.n && !canBecome(attempt, outcome)),
  );
}

/** A charge reported as paid cannot be voided: it stays owed until the provider says `refunded`. */
const canBecome = (attempt: Attempt, outcome: Reversal['outcome']) => outcome === 'refunded' || attempt.status !== 'completed';

/** A refunded attempt keeps the charge's id, which tells a repeated report of it from the report of a second one. */
function reverse(attempts: readonly Attempt[], { n, ...reversal }: Reversal, at: string): readonly Attempt[] {
  const attempt = attempts.find((one) => one.n === n);
  if (attempt === undefined) return attempts;
  const known = attempt.chargeId;
  if (reversal.outcome === 'voided') {
    const voided = { status: 'voided' as const, ...(known !== undefined && { chargeId: known }) };
    return withAttempt(attempts, attemptNow(attempt, at, voided));
  }
  const chargeId = reversal.chargeId ?? known;
  const refunded = { status: 'refunded' as const, ...(chargeId !== undefined && { chargeId }) };
  return withAttempt(attempts, attemptNow(attempt, at, refunded));
}

function otherChargeOf(reversal: Reversal, { attempts, amount }: ChargedPayment): SecondCharge[] {
  const attempt = attempts.find(({ n }) => n === reversal.n);
  if (attempt?.status !== 'completed' || reversal.outcome !== 'refunded' || reversal.chargeId === undefined) return [];
  const { chargeId, n } = attempt;
  return chargeId === reversal.chargeId ? [] : [{ chargeId, attempt: n, amount, status: 'owed' }];
}

/** The event that asks for a reversal gets this long to be handled before the job steps in. */
const eventPatienceMs = 60_000;

/** Whether the job should reverse what is owed since `owedSince`; what was refused waits until `notBefore`. Times are ISO 8601 UTC. */
export const isReversalDue = ({ owedSince, notBefore }: { owedSince: string; notBefore?: string }, now: string): boolean =>
  Date.parse(now) - Date.parse(owedSince) > eventPatienceMs && (notBefore ?? now) <= now;

import type { NewEvent } from '../../shared/domain-event.ts';
import { type Attempt, answerOf, openedPart, type Payment, type PaymentChange, type TaskAnswer, withAttempt } from './payment.ts';

/** The decision to end a payment, whoever asks: the commit is the closing, the money follows by payment's own repeated job. */
export function closePayment(
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

/** Says how the payment ended. One that has not is closed, since its saga waits no longer. */
export function askPayment(
  command: { orderId: string; at: string },
  stored: Payment | undefined,
): { answer: TaskAnswer; change?: PaymentChange } {
  if (stored !== undefined && stored.status !== 'initiated') return { answer: answerOf(stored) };
  const change = closePayment(command, stored);
  return { answer: { outcome: 'cancelled' }, ...(change && { change }) };
}

/**
 * The charges to cancel at the provider: all of a closed payment, all but the one that settled a completed one. Also those that
 * were never reported, and those reported as failed, since a provider may say so and go on working: cancelling seals them.
 */
export function owedReversals(payment: Payment | undefined): readonly Attempt[] {
  if (payment === undefined) return [];
  if (payment.status !== 'closed' && payment.status !== 'completed') return [];
  const kept = payment.status === 'completed' ? payment.completedBy : undefined;
  return payment.attempts.filter(({ n, status }) => n !== kept && status !== 'voided' && status !== 'refunded');
}

/** Whether `after` owes the reversal of a charge that `before` did not owe. */
export function owesMore(before: Payment | undefined, after: Payment): boolean {
  const owedBefore = owedReversals(before).map(({ n }) => n);
  return owedReversals(after).some(({ n }) => !owedBefore.includes(n));
}

/** Payment's note to itself that there is more to reverse. */
export function reversalRequest(before: Payment, after: Payment, at: string): NewEvent[] {
  if (!owesMore(before, after) || after.status === 'tombstone') return [];
  const { paymentId, orderId, version } = after;
  return [
    {
      type: 'payment.reversal.requested',
      aggregateId: paymentId,
      aggregateVersion: version,
      occurredOn: at,
      data: { paymentId, orderId, reason: after.status === 'closed' ? 'closed' : 'stray-attempt' },
    },
  ];
}

/** What the provider's cancel found: no money taken and none to come, or money that was given back. */
export type Reversal = { n: number; outcome: 'voided' | 'refunded' };

/** Records reversals. Each charge is told as refunded once, however often the provider answers for it. */
export function recordReversals(
  reversals: readonly Reversal[],
  at: string,
  stored: Payment | undefined,
): PaymentChange | undefined {
  if (stored === undefined || stored.status === 'tombstone') return undefined;
  const owed = owedReversals(stored);
  const now = reversals.filter(({ n, outcome }) => owed.some((attempt) => attempt.n === n && canBecome(attempt, outcome)));
  if (now.length === 0) return undefined;
  const version = stored.version + 1;
  const { paymentId, orderId, customerId, amount } = stored;
  const attempts = now.reduce<readonly Attempt[]>((list, { n, outcome }) => reverse(list, n, outcome), stored.attempts);
  const refunded = now.filter(({ outcome }) => outcome === 'refunded');
  return {
    payment: { ...stored, attempts, version },
    events: refunded.map(({ n }) => ({
      type: 'payment.refunded',
      aggregateId: paymentId,
      aggregateVersion: version,
      occurredOn: at,
      data: { paymentId, orderId, customerId, attempt: n, amount },
    })),
  };
}

/**
 * The charges of which the provider says that no money was taken, and has reported that it was. They stay owed, and nobody but the
 * provider can say which is true.
 */
export function contradictions(reversals: readonly Reversal[], stored: Payment | undefined): readonly Attempt[] {
  return owedReversals(stored).filter((attempt) =>
    reversals.some(({ n, outcome }) => n === attempt.n && !canBecome(attempt, outcome)),
  );
}

/** Money reported as taken is not voided, whatever the provider says: it stays owed until it says `refunded`. */
const canBecome = (attempt: Attempt, outcome: Reversal['outcome']) => outcome === 'refunded' || attempt.status !== 'completed';

function reverse(attempts: readonly Attempt[], n: number, status: Reversal['outcome']): readonly Attempt[] {
  const attempt = attempts.find((one) => one.n === n);
  return attempt ? withAttempt(attempts, { status, n, key: attempt.key }) : attempts;
}

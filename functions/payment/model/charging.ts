import type { Money } from '../../../generated/shared.ts';
import type { NewEvent } from '../../shared/domain-event.ts';
import {
  type Attempt,
  answerOf,
  attemptNow,
  type ChargedPayment,
  currentAttempt,
  type InitiatedPayment,
  openedPart,
  type Payment,
  type PaymentChange,
  type TaskAnswer,
  withAttempt,
} from './payment.ts';
import { reversalRequest } from './reversal.ts';

export type ChargeCommand = {
  orderId: string;
  customerId: string;
  amount: Money;
  source: string;
  /** Which attempt of the saga this is, 1 … 3. */
  attempt: number;
  taskToken: string;
  /** When the task was entered, ISO 8601 UTC, and how often it had been retried then. */
  taskEnteredAt: string;
  taskRetries: number;
  at: string;
  /** The id to open a payment with, if there is none. */
  paymentId: string;
};

export type AttemptDecision =
  /** The provider is called with the payment's current attempt, after `change` is committed. */
  | { outcome: 'charge'; payment: InitiatedPayment; change?: PaymentChange }
  /** Nothing is charged and nothing is stored: the saga is answered at once. */
  | { outcome: 'settled'; answer: TaskAnswer }
  /** A newer task waits for the attempt under way. This one came late: it neither charges nor stores anything. */
  | { outcome: 'superseded' };

/**
 * Decides what to store before the provider is called: payment, attempt and token. A repeated task replaces the token of the attempt
 * under way, unless it is the older one; only a failed payment goes on to another attempt.
 */
export function decideAttempt(command: ChargeCommand, stored: Payment | undefined): AttemptDecision {
  const { attempt, taskToken, taskEnteredAt, taskRetries, at, ...order } = command;
  const task = { taskToken, taskEnteredAt, taskRetries };
  if (stored === undefined) {
    const opened = { ...order, ...task, attempts: [intent(order.orderId, attempt, at)], initiatedAt: at, version: 1 };
    return initiated({ ...opened, status: 'initiated' }, at);
  }
  if (stored.status === 'failed' && attempt > currentAttempt(stored).n) {
    const attempts = [...stored.attempts, intent(stored.orderId, attempt, at)];
    const version = stored.version + 1;
    return initiated({ ...openedPart(stored), ...task, status: 'initiated', attempts, version }, at);
  }
  if (stored.status !== 'initiated') return { outcome: 'settled', answer: answerOf(stored) };
  if (stored.taskToken === taskToken) return { outcome: 'charge', payment: stored };
  if (isOlder(task, stored)) return { outcome: 'superseded' };
  const payment = { ...stored, ...task, version: stored.version + 1 };
  return { outcome: 'charge', payment, change: { payment, events: [] } };
}

type TaskEntry = Pick<ChargeCommand, 'taskEnteredAt' | 'taskRetries'>;

/** Whether one task was entered before another, or is an earlier try of the same. */
function isOlder(one: TaskEntry, other: TaskEntry): boolean {
  const laterMs = Date.parse(one.taskEnteredAt) - Date.parse(other.taskEnteredAt);
  return laterMs < 0 || (laterMs === 0 && one.taskRetries < other.taskRetries);
}

const intent = (orderId: string, n: number, at: string): Attempt => ({
  ...{ status: 'intent', n, key: `${orderId}:${n}` },
  ...{ startedAt: at, changedAt: at },
});

function initiated(payment: InitiatedPayment, at: string): AttemptDecision {
  const event: NewEvent = {
    ...eventOf(payment, at),
    type: 'payment.initiated',
    data: { ...about(payment, currentAttempt(payment).n), method: 'card' },
  };
  return { outcome: 'charge', payment, change: { payment, events: [event] } };
}

export type OpeningDecision =
  /** The provider's id of the charge is stored, after `change` is committed: money may move from then on. */
  | { outcome: 'opened'; change?: PaymentChange<InitiatedPayment> }
  /** The attempt has ended, or another call opened another charge for it: this one must not be charged. */
  | { outcome: 'ended' };

/** Notes the provider's id of a charge before any money moves, so that a later cancellation knows what to cancel. */
export function decideOpening(
  { attempt: n, chargeId }: { attempt: number; chargeId: string },
  stored: Payment | undefined,
): OpeningDecision {
  if (stored?.status !== 'initiated') return { outcome: 'ended' };
  const attempt = currentAttempt(stored);
  if (attempt.n !== n || attempt.status !== 'intent') return { outcome: 'ended' };
  if (attempt.chargeId !== undefined) return { outcome: attempt.chargeId === chargeId ? 'opened' : 'ended' };
  const attempts = withAttempt(stored.attempts, { ...attempt, chargeId });
  return { outcome: 'opened', change: { payment: { ...stored, attempts, version: stored.version + 1 }, events: [] } };
}

/** What the provider reports about a charge. `amount` is the money that it took or did not take. */
export type ChargeReport = { attempt: number; amount: Money; at: string } & (
  | { result: 'completed'; chargeId: string; transactionId: string }
  | { result: 'failed'; retryable: boolean; reason: string; chargeId?: string }
);

export type ReportDecision =
  | { outcome: 'recorded'; change: PaymentChange<ChargedPayment> }
  /** The attempt has its charge already: this one is recorded as owed back. */
  | { outcome: 'second-charge'; change: PaymentChange<ChargedPayment> }
  /** It is known already, or what is known outweighs it. */
  | { outcome: 'nothing-new' }
  /** Nothing is stored that this could be about: the provider has to report again. */
  | { outcome: 'unknown-charge' }
  | { outcome: 'amount-mismatch'; expected: Money };

/** Decides what a report changes. Reports come late, twice, in any order, and after the payment was closed. */
export function decideReport(report: ChargeReport, stored: Payment | undefined): ReportDecision {
  if (stored === undefined || stored.status === 'tombstone') return { outcome: 'unknown-charge' };
  const attempt = stored.attempts.find(({ n }) => n === report.attempt);
  if (attempt === undefined) return { outcome: 'unknown-charge' };
  if (report.result === 'completed' && isOtherCharge(report.chargeId, attempt)) return recordSecondCharge(report, stored);
  if (!sameMoney(report.amount, stored.amount)) return { outcome: 'amount-mismatch', expected: stored.amount };
  if (report.chargeId !== undefined && isOtherCharge(report.chargeId, attempt)) return { outcome: 'nothing-new' };
  return report.result === 'completed' ? completeAttempt(report, attempt, stored) : failAttempt(report, stored);
}

const sameMoney = (one: Money, other: Money) => one.amountMinor === other.amountMinor && one.currency === other.currency;

/** Whether the attempt is known to have another charge. */
const isOtherCharge = (chargeId: string, attempt: Attempt) => attempt.chargeId !== undefined && attempt.chargeId !== chargeId;

/** Records money that pays for nothing as owed back: a second charge of an attempt, or one over another amount. */
export function recordSecondCharge(
  { attempt, chargeId, amount, at }: ChargeReport & { result: 'completed' },
  stored: ChargedPayment,
): ReportDecision {
  const known = stored.secondCharges ?? [];
  if (known.some((charge) => charge.chargeId === chargeId)) return { outcome: 'nothing-new' };
  const secondCharges = [...known, { chargeId, attempt, amount, status: 'owed' as const, changedAt: at }];
  const payment: ChargedPayment = { ...stored, secondCharges, version: stored.version + 1 };
  return { outcome: 'second-charge', change: { payment, events: reversalRequest(stored, payment, at) } };
}

function completeAttempt(
  { chargeId, transactionId, at }: ChargeReport & { result: 'completed' },
  attempt: Attempt,
  stored: ChargedPayment,
): ReportDecision {
  const { n, status } = attempt;
  if (status === 'completed' || status === 'refunded') return { outcome: 'nothing-new' };
  const attempts = withAttempt(
    stored.attempts,
    attemptNow(attempt, at, { status: 'completed' as const, chargeId, transactionId }),
  );
  const version = stored.version + 1;
  // Late money, or a second charge: it is recorded as taken and given back.
  if (stored.status === 'closed' || stored.status === 'completed') {
    const payment = { ...stored, attempts, version };
    return { outcome: 'recorded', change: { payment, events: reversalRequest(stored, payment, at) } };
  }
  const payment: ChargedPayment = {
    ...openedPart(stored),
    status: 'completed',
    attempts,
    completedBy: n,
    completedAt: at,
    version,
  };
  const completed: NewEvent = {
    ...eventOf(payment, at),
    type: 'payment.completed',
    data: { ...about(payment, n), transactionId },
  };
  return { outcome: 'recorded', change: { payment, events: [completed, ...reversalRequest(stored, payment, at)] } };
}

/** A failure ends the attempt under way and nothing else, since the saga waits for no other. */
function failAttempt(report: ChargeReport & { result: 'failed' }, stored: ChargedPayment): ReportDecision {
  const current = currentAttempt(stored);
  const { n, chargeId } = current;
  if (stored.status !== 'initiated' || n !== report.attempt) return { outcome: 'nothing-new' };
  const { reason, retryable, at } = report;
  const attempts = withAttempt(
    stored.attempts,
    attemptNow(current, at, { status: 'failed' as const, reason, retryable, ...(chargeId !== undefined && { chargeId }) }),
  );
  const payment: ChargedPayment = { ...stored, status: 'failed', attempts, retryable, reason, version: stored.version + 1 };
  const failed: NewEvent = {
    ...eventOf(payment, at),
    type: 'payment.failed',
    data: { ...about(payment, n), reason, retryable },
  };
  return { outcome: 'recorded', change: { payment, events: [failed] } };
}

const eventOf = ({ paymentId, version }: ChargedPayment, at: string) => ({
  aggregateId: paymentId,
  aggregateVersion: version,
  occurredOn: at,
});

const about = ({ paymentId, orderId, customerId, amount }: ChargedPayment, attempt: number) => ({
  paymentId,
  orderId,
  customerId,
  attempt,
  amount,
});

import type { Money } from '../../../generated/shared.ts';
import type { NewEvent } from '../../shared/domain-event.ts';
import {
  type Attempt,
  answerOf,
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
    const opened = { ...order, ...task, attempts: [intent(order.orderId, attempt)], initiatedAt: at, version: 1 };
    return initiated({ ...opened, status: 'initiated' }, at);
  }
  if (stored.status === 'failed' && attempt > currentAttempt(stored).n) {
    const attempts = [...stored.attempts, intent(stored.orderId, attempt)];
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

const intent = (orderId: string, n: number): Attempt => ({ status: 'intent', n, key: `${orderId}:${n}` });

function initiated(payment: InitiatedPayment, at: string): AttemptDecision {
  const event: NewEvent = {
    ...eventOf(payment, at),
    type: 'payment.initiated',
    data: { ...about(payment, currentAttempt(payment).n), method: 'card' },
  };
  return { outcome: 'charge', payment, change: { payment, events: [event] } };
}

/** What the provider reports about a charge. `amount` is the money that it took or did not take. */
export type ChargeReport = { attempt: number; amount: Money; at: string } & (
  | { result: 'completed'; chargeId: string; transactionId: string }
  | { result: 'failed'; retryable: boolean; reason: string }
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
  if (report.result === 'completed' && isSecondCharge(report, attempt)) return recordSecondCharge(report, stored);
  if (!sameMoney(report.amount, stored.amount)) return { outcome: 'amount-mismatch', expected: stored.amount };
  return report.result === 'completed' ? completeAttempt(report, attempt, stored) : failAttempt(report, stored);
}

const sameMoney = (one: Money, other: Money) => one.amountMinor === other.amountMinor && one.currency === other.currency;

/** Whether the attempt is known to have another charge. */
const isSecondCharge = ({ chargeId }: { chargeId: string }, attempt: Attempt) =>
  (attempt.status === 'completed' || attempt.status === 'refunded') &&
  attempt.chargeId !== undefined &&
  attempt.chargeId !== chargeId;

function recordSecondCharge(
  { attempt, chargeId, amount, at }: ChargeReport & { result: 'completed' },
  stored: ChargedPayment,
): ReportDecision {
  const known = stored.secondCharges ?? [];
  if (known.some((charge) => charge.chargeId === chargeId)) return { outcome: 'nothing-new' };
  const secondCharges = [...known, { chargeId, attempt, amount, status: 'owed' as const }];
  const payment: ChargedPayment = { ...stored, secondCharges, version: stored.version + 1 };
  return { outcome: 'second-charge', change: { payment, events: reversalRequest(stored, payment, at) } };
}

function completeAttempt(
  { chargeId, transactionId, at }: ChargeReport & { result: 'completed' },
  { n, key, status }: Attempt,
  stored: ChargedPayment,
): ReportDecision {
  if (status === 'completed' || status === 'refunded') return { outcome: 'nothing-new' };
  const attempts = withAttempt(stored.attempts, { status: 'completed', n, key, chargeId, transactionId });
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
  const { n, key } = currentAttempt(stored);
  if (stored.status !== 'initiated' || n !== report.attempt) return { outcome: 'nothing-new' };
  const { reason, retryable, at } = report;
  const attempts = withAttempt(stored.attempts, { status: 'failed', n, key, reason, retryable });
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

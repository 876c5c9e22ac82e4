import type { Money } from '../../../generated/shared.ts';
import type { NewEvent } from '../../shared/domain-event.ts';

/**
 * One charge at the provider. `key` is its Idempotency-Key there, so it is charged once however often it is sent. `chargeId` is the
 * provider's id of it; some providers name it before any money can move.
 * `intent` is stored before the provider is called and stays until a report comes; `voided` and `refunded` are reversals.
 */
export type Attempt = AttemptHistory & { n: number; key: string } & (
    | { status: 'intent'; chargeId?: string }
    | { status: 'completed'; chargeId: string; transactionId: string; isRefundAnnounced?: boolean }
    | { status: 'failed'; reason: string; retryable: boolean; chargeId?: string }
    | { status: 'voided'; chargeId?: string }
    /** The provider may confirm a refund without ever having reported the charge. */
    | { status: 'refunded'; chargeId?: string }
  );

/** When the attempt began and when its status changed last, ISO 8601 UTC. Attempts of before lack both. */
type AttemptHistory = { startedAt?: string; changedAt?: string };

/** The attempt in another status. What it was before is forgotten, except when it began. */
export const attemptNow = <Status extends object>({ n, key, startedAt }: Attempt, at: string, status: Status) => ({
  ...{ n, key },
  ...(startedAt !== undefined && { startedAt }),
  changedAt: at,
  ...status,
});

/**
 * A charge that the provider made beside the one of its attempt, under the same key: money that pays for nothing. It is owed back by
 * its own id, since the key is that of the other.
 */
export type SecondCharge = {
  chargeId: string;
  attempt: number;
  amount: Money;
  status: 'owed' | 'refunded';
  /** When its status changed last. */
  changedAt?: string;
  /** A refund that failed after it was announced is repeated without a second announcement. */
  isRefundAnnounced?: boolean;
};

type Opened = {
  paymentId: string;
  orderId: string;
  customerId: string;
  amount: Money;
  /** The provider's token of the card. Card data never enters the system. */
  source: string;
  /** In the order in which they began. The last one is the current one. */
  attempts: readonly Attempt[];
  /** Missing while there is none, which is nearly always. */
  secondCharges?: readonly SecondCharge[];
  /** The newest token that the saga waits with: the only one worth answering. */
  taskToken: string;
  /** When the task with this token was entered, ISO 8601 UTC, and how often it had been retried. */
  taskEnteredAt: string;
  taskRetries: number;
  initiatedAt: string;
  version: number;
};

/** A charge is under way. */
export type InitiatedPayment = Opened & { status: 'initiated' };
export type CompletedPayment = Opened & { status: 'completed'; completedBy: number; completedAt: string };
export type FailedPayment = Opened & { status: 'failed'; retryable: boolean; reason: string };
/** Closed is the payment's own state: money that arrives late is refunded because of it. It never opens again. */
export type ClosedPayment = Opened & { status: 'closed'; closedAt: string };
/** A payment that was closed before it began. A charge that comes later is answered `cancelled`. */
export type Tombstone = { status: 'tombstone'; orderId: string; closedAt: string; version: number };

export type ChargedPayment = InitiatedPayment | CompletedPayment | FailedPayment | ClosedPayment;
export type SettledPayment = CompletedPayment | FailedPayment | ClosedPayment | Tombstone;
export type Payment = InitiatedPayment | SettledPayment;

/** The result of a decision: the payment's next version, and what happened. */
export type PaymentChange<Changed extends Payment = Payment> = { payment: Changed; events: readonly NewEvent[] };

/** What the saga is answered about a payment that has ended. */
export type TaskAnswer =
  | { outcome: 'completed'; paymentId: string }
  | { outcome: 'retryable'; reason: string }
  | { outcome: 'final'; reason: string }
  | { outcome: 'cancelled' };

/** How the payment ended. */
export function answerOf(payment: SettledPayment): TaskAnswer {
  switch (payment.status) {
    case 'completed':
      return { outcome: 'completed', paymentId: payment.paymentId };
    case 'failed':
      return { outcome: payment.retryable ? 'retryable' : 'final', reason: payment.reason };
    case 'closed':
    case 'tombstone':
      return { outcome: 'cancelled' };
  }
}

/** What a payment keeps from state to state. */
export const openedPart = ({
  paymentId,
  orderId,
  customerId,
  amount,
  source,
  attempts,
  secondCharges,
  taskToken,
  taskEnteredAt,
  taskRetries,
  initiatedAt,
  version,
}: ChargedPayment): Opened => ({
  ...{ paymentId, orderId, customerId, amount, source, attempts },
  ...{ taskToken, taskEnteredAt, taskRetries, initiatedAt, version },
  ...(secondCharges && { secondCharges }),
});

/** The attempt under way, or the last one that was. */
export function currentAttempt({ attempts }: { attempts: readonly Attempt[] }): Attempt {
  const current = attempts.at(-1);
  if (current === undefined) throw new Error('a payment that was opened has an attempt');
  return current;
}

/** `attempts` with this one in place of the one with its number. */
export const withAttempt = (attempts: readonly Attempt[], changed: Attempt): Attempt[] =>
  attempts.map((attempt) => (attempt.n === changed.n ? changed : attempt));

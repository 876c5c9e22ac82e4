import type { PaymentAttempt } from '../../../generated/rest/types.ts';
import type { Attempt, ChargedPayment, SecondCharge } from './payment.ts';
import { owedReversals } from './reversal.ts';

/** As many as the contract shows. A payment has three attempts; each further charge is a fault of the provider. */
const maxShown = 20;

/** Every charge of a payment for its buyer and for staff: no token of the card, and no id or key of the provider. */
export function historyOf(payment: ChargedPayment): PaymentAttempt[] {
  const owed = owedReversals(payment);
  const attempts = payment.attempts.map((attempt) => shownAttempt(attempt, payment, owed.includes(attempt)));
  const others = (payment.secondCharges ?? []).map(shownSecondCharge);
  return [...attempts, ...others].slice(0, maxShown);
}

function shownAttempt(attempt: Attempt, { amount }: ChargedPayment, isOwed: boolean): PaymentAttempt {
  const { n, startedAt, changedAt, status } = attempt;
  return {
    attempt: n,
    status: status === 'intent' ? 'pending' : status,
    amount,
    ...(startedAt !== undefined && { startedAt }),
    ...(changedAt !== undefined && { changedAt }),
    ...(status === 'failed' && { reason: attempt.reason, retryable: attempt.retryable }),
    reversal: reversalOf(status, isOwed),
  };
}

const reversalOf = (status: Attempt['status'], isOwed: boolean) => {
  if (status === 'voided' || status === 'refunded') return status;
  return isOwed ? 'owed' : 'none';
};

const shownSecondCharge = ({ attempt, amount, status, changedAt }: SecondCharge): PaymentAttempt => ({
  attempt,
  status: status === 'owed' ? 'completed' : 'refunded',
  amount,
  ...(changedAt !== undefined && { changedAt }),
  isSecondCharge: true,
  reversal: status,
});

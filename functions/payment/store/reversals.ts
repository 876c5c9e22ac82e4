import { adapter } from '#payment-provider';
import type { Cause } from '../../shared/cause.ts';
import type { Commits } from '../../shared/store/commits.ts';
import type { Payment } from '../model/payment.ts';
import {
  contradictedCharges,
  decideReversals,
  owedReversals,
  owedSecondCharges,
  type Refund,
  type Reversal,
  refundIdOf,
} from '../model/reversal.ts';
import { paymentEffects, payments } from './payment-table.ts';

export type ReversalOutcome =
  /** How many charges were reversed. Nothing is owed any more. */
  | { outcome: 'reversed'; charges: number }
  /** The provider refuses, or calls a charge void that it reported as paid. The rest stays owed. */
  | { outcome: 'refused'; reason: string }
  /** The provider cannot be reached. The rest stays owed. */
  | { outcome: 'unavailable'; reason: string }
  /** The provider has accepted a refund and has not sent the money back yet. The rest stays owed. */
  | { outcome: 'pending'; reason: string };

/**
 * Cancels at the provider each charge that the payment owes back, then records the result. It may be repeated: the provider refunds a
 * key once, and the payment announces each refund once.
 */
export async function reverseOwed(
  orderId: string,
  { organizationId, at, cause }: { organizationId: string; at: string; cause: Cause },
  commits: Commits,
): Promise<ReversalOutcome> {
  const owing = await payments.find(organizationId, orderId);
  const { reversals, refunds, refusals, pending, outage } = await reverseAll(owing, organizationId, cause);
  const contradicted = await commits.decided(async () => {
    const stored = await payments.find(organizationId, orderId);
    const change = decideReversals(reversals, at, stored, refunds);
    return {
      result: contradictedCharges(reversals, stored),
      ...(change && paymentEffects({ organizationId, at, cause }, change, stored)),
    };
  });
  if (outage !== undefined) return { outcome: 'unavailable', reason: outage };
  const complaints = [...refusals, ...contradicted.map(({ key }) => `${key}: reported as paid, now called void`)];
  if (complaints.length > 0) return { outcome: 'refused', reason: complaints.join(', ') };
  return pending.length > 0
    ? { outcome: 'pending', reason: pending.join(', ') }
    : { outcome: 'reversed', charges: reversals.length + refunds.length };
}

type Cancellations = { reversals: Reversal[]; refunds: Refund[]; refusals: string[]; pending: string[]; outage?: string };

/** One by one, since there are three attempts at most. A refusal does not hold up the others, but an outage ends the round. */
async function reverseAll(payment: Payment | undefined, organizationId: string, cause: Cause): Promise<Cancellations> {
  const provider = adapter.paymentProvider();
  const orderId = payment?.orderId ?? '';
  const reversals: Reversal[] = [];
  const refunds: Refund[] = [];
  const refusals: string[] = [];
  const pending: string[] = [];
  for (const attempt of owedReversals(payment)) {
    const { n, key, chargeId } = attempt;
    const charge = { key, reference: { organizationId, orderId, attempt: n }, ...(chargeId !== undefined && { chargeId }) };
    const refundId = refundIdOf(attempt, payment);
    const cancelling = await (refundId === undefined
      ? provider.cancel(charge, cause)
      : provider.refund({ ...charge, chargeId: refundId }, cause));
    if (cancelling.outcome === 'unavailable') return { reversals, refunds, refusals, pending, outage: cancelling.reason };
    if (cancelling.outcome === 'refused') refusals.push(`${key}: ${cancelling.reason}`);
    else if (cancelling.outcome === 'pending') pending.push(`${key}: ${cancelling.reason}`);
    else reversals.push({ n, ...cancelling });
  }
  for (const { chargeId, attempt } of owedSecondCharges(payment)) {
    const charge = { key: chargeId, chargeId, reference: { organizationId, orderId, attempt } };
    const refunding = await provider.refund(charge, cause);
    if (refunding.outcome === 'unavailable') return { reversals, refunds, refusals, pending, outage: refunding.reason };
    // A charge that was reported as paid cannot be void.
    if (refunding.outcome === 'voided') refusals.push(`${chargeId}: reported as paid, now called void`);
    else if (refunding.outcome === 'refused') refusals.push(`${chargeId}: ${refunding.reason}`);
    else if (refunding.outcome === 'pending') pending.push(`${chargeId}: ${refunding.reason}`);
    else refunds.push({ chargeId });
  }
  return { reversals, refunds, refusals, pending };
}

import Stripe from 'stripe';
import { log } from '../../../shared/log.ts';
import type { ChargeReference, ProviderReport, ReadReport } from '../../model/provider.ts';
import { moneyOfStripe } from '../../model/stripe-amount.ts';
import { isVerifiedByStripe } from './stripe-secret.ts';

const toleranceSeconds = 300;
/** Signatures need no key of the API. */
const { webhooks } = new Stripe('none');

/**
 * Checks the signature first. An event that is none of ours is ignored: other applications may share the account, and a refusal would
 * make Stripe repeat it for days and then switch the callback off.
 */
export const readReport: ReadReport = async ({ body, headers, nowMs }) => {
  const signature = headers['stripe-signature'] ?? '';
  if (!(await isVerifiedByStripe((secret) => isSigned(body, { signature, secret, nowMs })))) {
    return { outcome: 'unsigned', detail: 'Stripe-Signature must sign this very body, not more than 5 minutes ago' };
  }
  return reportIn(webhooks.constructEventWithoutVerification(body));
};

function isSigned(body: string, { signature, secret, nowMs }: { signature: string; secret: string; nowMs: number }): boolean {
  try {
    return webhooks.signature?.verifyHeader(body, signature, secret, toleranceSeconds, undefined, nowMs) ?? false;
  } catch (thrown) {
    if (thrown instanceof Stripe.errors.StripeSignatureVerificationError) return false;
    throw thrown;
  }
}

function reportIn(event: Stripe.Event): ProviderReport {
  switch (event.type) {
    case 'payment_intent.succeeded':
    case 'payment_intent.payment_failed':
      return chargeIn(event.id, event.type, event.data.object);
    case 'refund.failed':
    case 'refund.updated':
      return failedRefundIn(event.id, event.data.object);
    default:
      return { outcome: 'ignored' };
  }
}

function chargeIn(eventId: string, type: string, intent: Stripe.PaymentIntent): ProviderReport {
  const reference = referenceIn(intent.metadata);
  if (reference === undefined) return { outcome: 'ignored' };
  const about = { outcome: 'charge' as const, eventId, reference, unmatched: 'give-back' as const };
  const isCompleted = type === 'payment_intent.succeeded';
  const amount = moneyOfStripe(isCompleted ? intent.amount_received : intent.amount, intent.currency);
  if (amount === undefined) {
    log.error('Stripe reports an amount that our currencies cannot say', { ...reference, chargeId: intent.id });
    return { outcome: 'ignored' };
  }
  if (isCompleted) {
    const charge = intent.latest_charge;
    const transactionId = (typeof charge === 'string' ? charge : charge?.id) ?? intent.id;
    return { ...about, report: { result: 'completed', amount, chargeId: intent.id, transactionId } };
  }
  const error = intent.last_payment_error;
  const reason = error?.decline_code ?? error?.code ?? 'declined';
  return { ...about, report: { result: 'failed', amount, chargeId: intent.id, reason, retryable: isRetryable(reason) } };
}

/** Codes after which Stripe advises to try again (https://docs.stripe.com/declines/codes). */
const retryableCodes = [
  ...['approve_with_id', 'issuer_not_available', 'processing_error', 'reenter_transaction', 'try_again_later'],
];
const isRetryable = (reason: string) => retryableCodes.includes(reason);

/** A refund that was done, or pending, and did not reach the customer after all. */
function failedRefundIn(eventId: string, refund: Stripe.Refund): ProviderReport {
  const reference = referenceIn(refund.metadata ?? {});
  const intent = refund.payment_intent;
  const chargeId = typeof intent === 'string' ? intent : intent?.id;
  const isFailed = refund.status === 'failed' || refund.status === 'canceled';
  if (reference === undefined || chargeId === undefined || !isFailed) return { outcome: 'ignored' };
  return {
    outcome: 'refund-failed',
    eventId,
    reference,
    chargeId,
    reason: refund.failure_reason ?? `the refund is ${refund.status}`,
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What we gave to Stripe with the charge. Undefined for the charges of others. */
function referenceIn({ organizationId = '', orderId = '', attempt }: Record<string, string>): ChargeReference | undefined {
  const n = Number(attempt);
  if (!uuid.test(organizationId) || !uuid.test(orderId) || !Number.isInteger(n) || n < 1) return undefined;
  return { organizationId, orderId, attempt: n };
}

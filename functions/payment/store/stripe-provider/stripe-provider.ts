import Stripe from 'stripe';
import { BreakerOpenError, breakerOf } from '../../../shared/circuit-breaker.ts';
import type { Cancelling, ChargeReference, Charging, PaymentProvider, ProviderOutage, Validation } from '../../model/provider.ts';
import { stripeAmount } from '../../model/stripe-amount.ts';

export type StripeSettings = {
  apiKey: () => Promise<string>;
  /** All requests of one call of this interface together. */
  timeoutMs: number;
  /** Where Stripe is, for tests. */
  address?: { host: string; port: number; protocol: 'http' };
};

const { StripeError, StripeCardError, StripeInvalidRequestError, StripeIdempotencyError } = Stripe.errors;

/**
 * Stripe by PaymentIntents. A charge is made in two steps: an intent is created under the key of the attempt, which moves no money and
 * names the charge, and is confirmed once its id is stored. So every attempt that may have been charged can be found by its id, however
 * late; Stripe forgets keys after a day. An intent is charged at most once, however often it is confirmed.
 *
 * The SDK repeats a request only when its kept connection was closed under it. All calls share a circuit breaker: while it is open, they are answered `unavailable` at once.
 */
export function stripeProvider({ apiKey, timeoutMs, address }: StripeSettings): PaymentProvider {
  const breaker = breakerOf('Stripe', (thrown) => isOutage(thrown) && !isConflict(thrown));
  const clients = new Map<string, Stripe>();

  async function clientNow(): Promise<Stripe> {
    const key = await apiKey();
    const known = clients.get(key) ?? new Stripe(key, { maxNetworkRetries: 0, telemetry: false, ...address });
    clients.set(key, known);
    return known;
  }

  async function ask<Answer>(what: string, call: (client: StripeClient) => Promise<Answer>): Promise<Answer | ProviderOutage> {
    try {
      const stripe = await clientNow();
      const endsAtMs = performance.now() + timeoutMs;
      const left = () => ({ timeout: Math.max(1, Math.round(endsAtMs - performance.now())) });
      return await breaker.run(() => call({ stripe, left }));
    } catch (thrown) {
      if (thrown instanceof BreakerOpenError) return { outcome: 'unavailable', reason: thrown.message };
      if (isOutage(thrown)) return { outcome: 'unavailable', reason: `no usable answer to ${what}: ${codeOf(thrown)}` };
      throw thrown;
    }
  }

  return {
    charge: ({ key, amount, source, reference, chargeId, opened }) =>
      ask<Charging>('the charge', async (client) => {
        const money = stripeAmount(amount);
        if (money === undefined) return { outcome: 'refused', reason: 'amount_not_representable' };
        if (chargeId !== undefined) return confirmAgain(client, { chargeId, source });
        const intent = await create(client, { key, money, reference });
        if (typeof intent !== 'string') return intent;
        if (!(await opened(intent))) return { outcome: 'voided' };
        return confirm(client, { chargeId: intent, source, idempotencyKey: `${key}:confirm` });
      }),
    // Without an id, the attempt was never confirmed: the id is stored before, and nothing is stored after it was closed.
    cancel: async ({ chargeId, reference }) =>
      chargeId === undefined
        ? { outcome: 'voided' }
        : ask<Cancelling>('the cancellation', (client) => cancelOrRefund(client, { chargeId, reference })),
    refund: ({ chargeId, reference }) => ask<Cancelling>('the refund', (client) => refundOnce(client, { chargeId, reference })),
    validate: (token) => ask<Validation>('the validation', (client) => validateToken(client, token)),
  };
}

/** `left` is the time that the requests of this call still have. */
type StripeClient = { stripe: Stripe; left: () => { timeout: number } };
type Charged = { chargeId: string; reference: ChargeReference };

/** What reports come back with, as Stripe keeps it: texts. */
const metadataOf = ({ organizationId, orderId, attempt }: ChargeReference) => ({
  organizationId,
  orderId,
  attempt: String(attempt),
});

/** Creates the intent of an attempt, which moves no money. Returns its id. */
async function create(
  { stripe, left }: StripeClient,
  { key, money, reference }: { key: string; money: { amount: number; currency: string }; reference: ChargeReference },
): Promise<string | Charging> {
  try {
    const intent = await stripe.paymentIntents.create(
      { ...money, allowed_payment_method_types: ['card'], metadata: metadataOf(reference) },
      { ...left(), idempotencyKey: key },
    );
    return intent.id;
  } catch (thrown) {
    return refusalOf(thrown);
  }
}

type Confirmation = { chargeId: string; source: string; idempotencyKey?: string };

/** Charges an intent. A card that is declined is reported by the webhook, like one that is charged. */
async function confirm({ stripe, left }: StripeClient, { chargeId, source, idempotencyKey }: Confirmation): Promise<Charging> {
  try {
    const confirmed = await stripe.paymentIntents.confirm(
      chargeId,
      // Nobody is there to answer a bank's question: a card that asks one is declined.
      { payment_method: source, error_on_requires_action: true },
      { ...left(), ...(idempotencyKey !== undefined && { idempotencyKey }) },
    );
    return confirmed.status === 'canceled' ? { outcome: 'voided' } : { outcome: 'requested' };
  } catch (thrown) {
    if (thrown instanceof StripeCardError) return { outcome: 'requested' };
    if (codeOf(thrown) !== 'payment_intent_unexpected_state') return refusalOf(thrown);
    const { status } = await stripe.paymentIntents.retrieve(chargeId, {}, left());
    return status === 'canceled' ? { outcome: 'voided' } : { outcome: 'requested' };
  }
}

/**
 * A charge that an earlier call opened. That call may have confirmed it or not, so the intent is looked at first. It is confirmed
 * under a new key, which the SDK makes: Stripe repeats the response of a key even if it was an error of Stripe's own, and the intent itself is charged once.
 */
async function confirmAgain(client: StripeClient, { chargeId, source }: Confirmation): Promise<Charging> {
  const { status, last_payment_error: error } = await client.stripe.paymentIntents.retrieve(chargeId, {}, client.left());
  if (status === 'canceled') return { outcome: 'voided' };
  const isUntouched = status === 'requires_confirmation' || (status === 'requires_payment_method' && !error);
  return isUntouched ? confirm(client, { chargeId, source }) : { outcome: 'requested' };
}

async function cancelOrRefund(client: StripeClient, charged: Charged): Promise<Cancelling> {
  const { stripe, left } = client;
  try {
    await stripe.paymentIntents.cancel(charged.chargeId, { cancellation_reason: 'abandoned' }, left());
    return { outcome: 'voided' };
  } catch (thrown) {
    if (codeOf(thrown) !== 'payment_intent_unexpected_state') return refusalOf(thrown);
  }
  const { status } = await stripe.paymentIntents.retrieve(charged.chargeId, {}, left());
  switch (status) {
    case 'canceled':
      return { outcome: 'voided' };
    case 'succeeded':
      return refundOnce(client, charged);
    case 'processing':
      return { outcome: 'pending', reason: 'the charge is still processed' };
    default:
      return { outcome: 'refused', reason: `the intent is ${status}` };
  }
}

const maxRefundsOfCharge = 100;

/**
 * Refunds what was charged, once: refunds that exist are looked at first, since Stripe forgets keys. A refund counts as done when Stripe
 * says that it succeeded; a pending one is asked about again, and one that failed is made anew.
 */
async function refundOnce({ stripe, left }: StripeClient, { chargeId, reference }: Charged): Promise<Cancelling> {
  const { data: refunds } = await stripe.refunds.list({ payment_intent: chargeId, limit: maxRefundsOfCharge }, left());
  if (refunds.some(isUnderWay)) return pendingRefund;
  try {
    const refund = await stripe.refunds.create(
      { payment_intent: chargeId, metadata: metadataOf(reference) },
      { ...left(), idempotencyKey: `refund:${chargeId}:${refunds.length}` },
    );
    if (refund.status === 'succeeded') return { outcome: 'refunded', chargeId };
    return isUnderWay(refund) ? pendingRefund : { outcome: 'refused', reason: refund.failure_reason ?? 'the refund failed' };
  } catch (thrown) {
    // Everything went back before: nothing is left to refund.
    return codeOf(thrown) === 'charge_already_refunded' ? { outcome: 'refunded', chargeId } : refusalOf(thrown);
  }
}

const pendingRefund: Cancelling = { outcome: 'pending', reason: 'the refund is pending' };
const isUnderWay = ({ status }: Pick<Stripe.Refund, 'status'>) =>
  status !== 'succeeded' && status !== 'failed' && status !== 'canceled';

async function validateToken({ stripe, left }: StripeClient, token: string): Promise<Validation> {
  try {
    if (!token.startsWith('pm_')) return { outcome: 'invalid', reason: 'unknown_token' };
    return validityOf((await stripe.paymentMethods.retrieve(token, {}, left())).card);
  } catch (thrown) {
    const { outcome, reason } = refusalOf(thrown);
    return outcome === 'refused' ? { outcome: 'invalid', reason } : { outcome, reason };
  }
}

/** A card is valid to the end of the month that it names. */
function validityOf(card: { exp_month: number; exp_year: number } | null | undefined): Validation {
  if (!card) return { outcome: 'invalid', reason: 'not_a_card' };
  const endsAtMs = Date.UTC(card.exp_year, card.exp_month);
  return endsAtMs > Date.now() ? { outcome: 'valid' } : { outcome: 'invalid', reason: 'expired_card' };
}

/** A final refusal, by Stripe's own code and never by its text. @throws what is none */
function refusalOf(thrown: unknown): { outcome: 'refused'; reason: string } {
  const isFinal =
    thrown instanceof StripeCardError || thrown instanceof StripeInvalidRequestError || thrown instanceof StripeIdempotencyError;
  if (!isFinal || isOutage(thrown)) throw thrown;
  return { outcome: 'refused', reason: codeOf(thrown) };
}

const finalStatuses = [400, 402, 404];

/** Whether Stripe gave no answer about the charge: it was not reached, failed, limits us, does not know our key, or is busy with it. */
const isOutage = (thrown: unknown) =>
  thrown instanceof StripeError && (thrown.statusCode === undefined || !finalStatuses.includes(thrown.statusCode));

/** A conflict, such as a key that is in use, concerns one charge: Stripe is there. */
const isConflict = (thrown: unknown) => thrown instanceof StripeError && thrown.statusCode === 409;

const codeOf = (thrown: unknown): string =>
  thrown instanceof StripeError ? (thrown.decline_code ?? thrown.code ?? thrown.type) : 'no code';

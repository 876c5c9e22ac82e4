/** Stripe's webhook messages, in the shape in which Stripe sends them (API version 2026-10-28.endive), shortened to what is sent for every account. */
import Stripe from 'stripe';

export const webhookSecret = 'whsec_current';
export const previousWebhookSecret = 'whsec_previous';
export const stripeSecrets = {
  current: JSON.stringify({ apiKey: 'sk_test_1', webhookSecret }),
  previous: JSON.stringify({ apiKey: 'sk_test_0', webhookSecret: previousWebhookSecret }),
};

const { webhooks } = new Stripe('none');

/** The headers with which Stripe signs a message. */
export const signedByStripe = (payload: string, secret = webhookSecret, atMs = Date.now()): Record<string, string> => ({
  'Stripe-Signature': webhooks.generateTestHeaderString({ payload, secret, timestamp: Math.floor(atMs / 1000) }),
});

export type SentMetadata = { organizationId: string; orderId: string; attempt: string };

const envelope = (type: string, object: object) => ({
  ...{ id: 'evt_3TQ1', object: 'event', api_version: '2026-10-28.endive', created: 1_795_000_000, livemode: false },
  ...{ pending_webhooks: 1, request: { id: 'req_1', idempotency_key: null }, type, data: { object } },
});

const intentOf = (metadata: Partial<SentMetadata>, status: string, more: object) => ({
  ...{ id: 'pi_1', object: 'payment_intent', amount: 900, amount_capturable: 0, amount_received: 0, currency: 'eur' },
  ...{
    canceled_at: null,
    capture_method: 'automatic_async',
    confirmation_method: 'automatic',
    customer: null,
    description: null,
  },
  ...{ last_payment_error: null, latest_charge: 'ch_3TQ1', livemode: false, metadata, next_action: null, payment_method: 'pm_1' },
  ...{ payment_method_types: ['card'], processing: null, receipt_email: null, status, ...more },
});

export const succeeded = (metadata: Partial<SentMetadata>, more: object = {}) =>
  envelope('payment_intent.succeeded', intentOf(metadata, 'succeeded', { amount_received: 900, ...more }));

export const paymentFailed = (metadata: Partial<SentMetadata>, error: { code: string; decline_code?: string }) =>
  envelope(
    'payment_intent.payment_failed',
    intentOf(metadata, 'requires_payment_method', {
      last_payment_error: {
        charge: 'ch_3TQ1',
        doc_url: 'https://stripe.com/docs',
        message: 'never shown',
        type: 'card_error',
        ...error,
      },
    }),
  );

export const refundChanged = (type: 'refund.failed' | 'refund.updated', metadata: Partial<SentMetadata>, more: object = {}) =>
  envelope(type, {
    ...{ id: 're_1', object: 'refund', amount: 900, charge: 'ch_3TQ1', currency: 'eur', metadata, payment_intent: 'pi_1' },
    ...{ reason: null, status: 'failed', failure_reason: 'lost_or_stolen_card', ...more },
  });

export const payout = () => envelope('payout.created', { id: 'po_1', object: 'payout', amount: 1 });

import { describe, expect, it, vi } from 'vitest';
import { callTask, runJob } from '../../../tests/kit/invoke.ts';
import { paymentWorld } from '../../../tests/kit/payment-world.ts';
import { send } from '../../../tests/kit/rest-request.ts';
import { chargeOrder } from '../../../tests/kit/saga-input.ts';
import {
  paymentFailed,
  payout,
  previousWebhookSecret,
  refundChanged,
  type SentMetadata,
  signedByStripe,
  stripeSecrets,
  succeeded,
} from '../../../tests/kit/stripe-events.ts';
import { log } from '../../shared/log.ts';
import { handler as reverseCharges } from '../jobs/reverse-charges.ts';
import type { Cancelling, PaymentProvider } from '../model/provider.ts';
import { handler } from '../rest.ts';
import { handler as chargePayment } from '../saga-tasks/charge-payment.ts';
import { handler as refundPayment } from '../saga-tasks/refund-payment.ts';
import { payments } from '../store/payment-table.ts';

/** Stripe reads the reports; what it would answer to our calls is the test's. */
const stripe = vi.hoisted(() => {
  const answers: { opens: string; beforeOpening: () => Promise<void>; reverses: Cancelling } = {
    opens: 'pi_1',
    beforeOpening: async () => {},
    reverses: { outcome: 'refunded', chargeId: 'pi_1' },
  };
  const charged: string[] = [];
  const reversed: string[] = [];
  const provider: PaymentProvider = {
    async charge({ chargeId, opened }) {
      await answers.beforeOpening();
      if (chargeId === undefined && !(await opened(answers.opens))) return { outcome: 'voided' };
      charged.push(chargeId ?? answers.opens);
      return { outcome: 'requested' };
    },
    async cancel({ chargeId = '' }) {
      reversed.push(`cancel ${chargeId}`);
      return answers.reverses;
    },
    async refund({ chargeId }) {
      reversed.push(`refund ${chargeId}`);
      return answers.reverses;
    },
    validate: async () => ({ outcome: 'valid' }),
  };
  return { answers, charged, reversed, provider };
});
vi.mock('#provider-report', () => import('../store/stripe-provider/stripe-report.ts'));
vi.mock('#payment-provider', async () => {
  const { adapter } = await import('../store/stripe-provider/stripe-adapter.ts');
  return { adapter: { ...adapter, paymentProvider: () => stripe.provider } };
});

const { table, saga } = paymentWorld(stripeSecrets);
const newOrder = () => {
  stripe.charged.length = 0;
  stripe.reversed.length = 0;
  stripe.answers.beforeOpening = async () => {};
  stripe.answers.reverses = { outcome: 'refunded', chargeId: 'pi_1' };
  return chargeOrder();
};
const metadataOf = ({ organizationId, orderId, attempt }: { organizationId: string; orderId: string; attempt: number }) => ({
  ...{ organizationId, orderId },
  attempt: String(attempt),
});
const types = () => table.published().map(({ type }) => type);
const report = async (message: object, headers?: Record<string, string>) => {
  const rawBody = JSON.stringify(message);
  const { status } = await send(handler, 'POST /payments/webhook', { rawBody, headers: headers ?? signedByStripe(rawBody) });
  return status;
};
const later = (minutes: number) => runJob(reverseCharges, new Date(Date.now() + minutes * 60_000).toISOString());

describe('the signature of Stripe', () => {
  const message = succeeded({});
  const text = JSON.stringify(message);
  const now = Math.floor(Date.now() / 1000);

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['without a digest', `t=${now}`],
    ['too short', `t=${now},v1=00`],
    ['too long', `t=${now},v1=${'0'.repeat(4000)}`],
    ['not hexadecimal', `t=${now},v1=${'z'.repeat(64)}`],
    ['of multi-byte characters', `t=${now},v1=${'ñ🧀'.repeat(16)}`],
    ['of another scheme', `t=${now},v0=${'0'.repeat(64)}`],
    ['sent twice', `t=${now},v1=${'0'.repeat(64)}, t=${now},v1=${'0'.repeat(64)}`],
    ['of a guessed secret', signedByStripe(text, 'guessed')['Stripe-Signature']],
    ['of another body', signedByStripe(`${text} `)['Stripe-Signature']],
    ['of six minutes ago', signedByStripe(text, undefined, Date.now() - 6 * 60_000)['Stripe-Signature']],
    ['of the simulated provider', undefined],
  ])('is refused when it is %s', async (_, signature) => {
    const headers: Record<string, string> = signature === undefined ? {} : { 'Stripe-Signature': signature };
    const before = table.items();
    expect(await report(message, headers)).toBe(401);
    expect(table.items()).toEqual(before);
  });

  it('may be of the secret before the last rotation', async () => {
    expect(await report(payout(), signedByStripe(JSON.stringify(payout()), previousWebhookSecret))).toBe(200);
  });
});

describe('a report of Stripe', () => {
  it('completes the payment whose intent, amount, currency and order it names, and answers the saga', async () => {
    const order = newOrder();
    await callTask(chargePayment, order);
    const before = saga.answers.length;
    expect(await report(succeeded(metadataOf(order)))).toBe(200);
    expect(await report(succeeded(metadataOf(order)))).toBe(200);
    expect(await payments.find(order.organizationId, order.orderId)).toMatchObject({
      status: 'completed',
      attempts: [{ status: 'completed', chargeId: 'pi_1', transactionId: 'ch_3TQ1' }],
    });
    expect(types().toSorted()).toEqual(['payment.completed', 'payment.initiated']);
    expect(saga.answers.length - before).toBe(1);
  });

  it.each<[{ code: string; decline_code?: string }, boolean]>([
    [{ code: 'card_declined', decline_code: 'try_again_later' }, true],
    [{ code: 'card_declined', decline_code: 'insufficient_funds' }, false],
    [{ code: 'authentication_required' }, false],
    [{ code: 'processing_error' }, true],
  ])('fails the attempt for %j; a later one may succeed: %s', async (error, retryable) => {
    const order = newOrder();
    await callTask(chargePayment, order);
    expect(await report(paymentFailed(metadataOf(order), error))).toBe(200);
    const reason = error.decline_code ?? error.code;
    expect(await payments.find(order.organizationId, order.orderId)).toMatchObject({
      ...{ status: 'failed', retryable, reason },
      // It is kept, since closing the payment cancels the intent by it.
      attempts: [{ status: 'failed', chargeId: 'pi_1' }],
    });
  });

  it.each<[string, (metadata: SentMetadata) => object]>([
    ['of a type that we do not use', () => payout()],
    ['about the intent of another application', () => succeeded({})],
    ['about an intent whose attempt is no number', (metadata) => succeeded({ ...metadata, attempt: 'first' })],
    ['about an order that we do not know', (metadata) => succeeded({ ...metadata, orderId: metadata.organizationId })],
    ['about an attempt that we do not know', (metadata) => succeeded({ ...metadata, attempt: '3' })],
    ['about an order of another organization', (metadata) => succeeded({ ...metadata, organizationId: metadata.orderId })],
  ])('is accepted and writes nothing when it is %s', async (_, message) => {
    const order = newOrder();
    await callTask(chargePayment, order);
    const before = table.items();
    expect(await report(message(metadataOf(order)))).toBe(200);
    expect(table.items()).toEqual(before);
  });

  it.each([
    ['another intent', { id: 'pi_cheap' }, 'pi_cheap'],
    ['another amount', { amount_received: 100 }, 'pi_1'],
    ['another currency', { currency: 'usd' }, 'pi_1'],
    ['a currency in which the same number is another amount', { currency: 'jpy' }, 'pi_1'],
  ])('completes nothing with %s: it is logged as an error, and the money goes back, once', async (_, changed, chargeId) => {
    const order = newOrder();
    await callTask(chargePayment, order);
    const logged = vi.spyOn(log, 'error');
    expect(await report(succeeded(metadataOf(order), changed))).toBe(200);
    expect(await report(succeeded(metadataOf(order), changed))).toBe(200);
    expect(await payments.find(order.organizationId, order.orderId)).toMatchObject({ status: 'initiated' });
    expect(types().toSorted()).toEqual(['payment.initiated', 'payment.reversal.requested']);
    expect(logged).toHaveBeenCalledWith(expect.stringContaining('owed back'), expect.objectContaining({ chargeId }));
    expect(await later(2)).toMatchObject({ reversed: 1, stillOwed: 0 });
    expect(stripe.reversed).toEqual([`refund ${chargeId}`]);
    await later(20);
    expect(stripe.reversed).toHaveLength(1);
  });

  it('is answered 5xx while our table is out, and its redelivery succeeds', async () => {
    const order = newOrder();
    await callTask(chargePayment, order);
    table.failNext('unreachable');
    expect(await report(succeeded(metadataOf(order)))).toBeGreaterThanOrEqual(500);
    expect(await report(succeeded(metadataOf(order)))).toBe(200);
    expect(await payments.find(order.organizationId, order.orderId)).toMatchObject({ status: 'completed' });
  });
});

describe('a refund at Stripe', () => {
  async function cancelledAfterCharge() {
    const order = newOrder();
    await callTask(chargePayment, order);
    await report(succeeded(metadataOf(order)));
    await callTask(refundPayment, order);
    return order;
  }
  const refunded = () => types().filter((type) => type === 'payment.refunded').length;

  it('is announced once, and only when it is done', async () => {
    await cancelledAfterCharge();
    stripe.answers.reverses = { outcome: 'pending', reason: 'the refund is pending' };
    expect(await later(2)).toMatchObject({ reversed: 0, stillOwed: 1 });
    expect(await later(8)).toMatchObject({ reversed: 0, stillOwed: 1 });
    expect(refunded()).toBe(0);
    stripe.answers.reverses = { outcome: 'refunded', chargeId: 'pi_1' };
    expect(await later(14)).toMatchObject({ reversed: 1, stillOwed: 0 });
    expect(await later(20)).toMatchObject({ reversed: 0, stillOwed: 0 });
    expect(refunded()).toBe(1);
  });

  it.each(['refund.failed', 'refund.updated'] as const)(
    'is owed again when it fails after all (%s), and announced no second time',
    async (type) => {
      const order = await cancelledAfterCharge();
      await later(2);
      const logged = vi.spyOn(log, 'error');
      expect(await report(refundChanged(type, metadataOf(order)))).toBe(200);
      expect(await report(refundChanged(type, metadataOf(order)))).toBe(200);
      expect(logged).toHaveBeenCalledWith(
        expect.stringContaining('owed again'),
        expect.objectContaining({ orderId: order.orderId }),
      );
      expect(await later(4)).toMatchObject({ reversed: 1, stillOwed: 0 });
      expect(refunded()).toBe(1);
      expect(await payments.find(order.organizationId, order.orderId)).toMatchObject({ attempts: [{ status: 'refunded' }] });
    },
  );

  it('changes nothing when it goes well, or is none of ours', async () => {
    const order = await cancelledAfterCharge();
    await later(2);
    const before = table.items();
    expect(await report(refundChanged('refund.updated', metadataOf(order), { status: 'succeeded' }))).toBe(200);
    expect(await report(refundChanged('refund.failed', {}))).toBe(200);
    expect(await report(refundChanged('refund.failed', metadataOf(order), { payment_intent: 'pi_other' }))).toBe(200);
    expect(table.items()).toEqual(before);
  });

  it('cancels the intent by its id, also that of an attempt that failed', async () => {
    const order = newOrder();
    await callTask(chargePayment, order);
    await report(paymentFailed(metadataOf(order), { code: 'card_declined' }));
    await callTask(refundPayment, order);
    stripe.answers.reverses = { outcome: 'voided' };
    await later(2);
    expect(stripe.reversed).toEqual(['cancel pi_1']);
  });
});

describe('a charge at Stripe', () => {
  it('is not made when the order was cancelled while its intent was created', async () => {
    const order = newOrder();
    stripe.answers.beforeOpening = async () => void (await callTask(refundPayment, order));
    await callTask(chargePayment, order);
    expect(stripe.charged).toEqual([]);
    expect(await payments.find(order.organizationId, order.orderId)).toMatchObject({
      ...{ status: 'closed', attempts: [{ status: 'intent' }] },
    });
    expect(saga.answers.at(-1)).toMatchObject({ taskToken: order.taskToken, output: { outcome: 'cancelled' } });
  });

  it('has its id stored before it is made, and a repeated task charges the same one', async () => {
    const order = newOrder();
    await callTask(chargePayment, order);
    stripe.answers.opens = 'pi_2';
    await callTask(chargePayment, chargeOrder({ ...order, taskToken: 'token-2', retryCount: 1 }));
    stripe.answers.opens = 'pi_1';
    expect(stripe.charged).toEqual(['pi_1', 'pi_1']);
    expect(await payments.find(order.organizationId, order.orderId)).toMatchObject({ attempts: [{ chargeId: 'pi_1' }] });
  });
});

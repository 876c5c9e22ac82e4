import { describe, expect, it, vi } from 'vitest';
import { callTask, runJob } from '../../../tests/kit/invoke.ts';
import { lambdaContext } from '../../../tests/kit/lambda-context.ts';
import { paymentWorld, previousProviderSecret, signed, tokenGone } from '../../../tests/kit/payment-world.ts';
import { gatewayEvent, newCause, send } from '../../../tests/kit/rest-request.ts';
import { chargeOrder } from '../../../tests/kit/saga-input.ts';
import { log } from '../../shared/log.ts';
import { handler as reverseCharges } from '../jobs/reverse-charges.ts';
import { handler } from '../rest.ts';
import { handler as chargePayment } from '../saga-tasks/charge-payment.ts';
import { handler as refundPayment } from '../saga-tasks/refund-payment.ts';
import { findPaymentById, payments } from '../store/payment-table.ts';

const { table, provider, saga } = paymentWorld();
const order = chargeOrder({ taskToken: 'token-1' });
const { orderId, organizationId } = order;
const stored = () => payments.find(organizationId, orderId);
const types = () => table.published().map(({ type }) => type);

const about = {
  ...{ eventId: 'evt_1', chargeId: 'ch_1', amount: order.totalAmount },
  reference: { organizationId, orderId, attempt: 1 },
};
const completed = { ...about, type: 'charge.completed', transactionId: 'txn_1' };
const failed = { ...about, type: 'charge.failed', retryable: true, reason: 'busy' };

const report = async (message: object, secret?: string) => {
  const rawBody = JSON.stringify(message);
  const { status, body } = await send(handler, 'POST /payments/webhook', { rawBody, headers: signed(rawBody, secret) });
  return { status, body };
};
const received = { status: 200, body: { received: true } };

describe('POST /payments/webhook', () => {
  it('looks at nothing before it has verified the signature', async () => {
    expect(await report({ type: 'charge.completed' }, 'guessed')).toMatchObject({ status: 401 });
    expect(await report({ type: 'payout.created' }, 'guessed')).toMatchObject({ status: 401 });
  });

  it('accepts the secret of before the last rotation', async () => {
    expect(await report({ type: 'payout.created' }, previousProviderSecret)).toEqual(received);
  });

  it.each([
    undefined,
    '',
    't=1',
    `t=${Math.round(Date.now() / 1000)},v1=${'0'.repeat(63)}`,
    `t=${Math.round(Date.now() / 1000)},v1=${'0'.repeat(65)}`,
    `t=${Math.round(Date.now() / 1000)},v1=${'g'.repeat(64)}`,
    `t=${Math.round(Date.now() / 1000) - 301},v1=${'0'.repeat(64)}`,
    'ñ🧀',
  ])('answers 401 to the signature %j', async (signature) => {
    const headers: Record<string, string> = signature === undefined ? {} : { 'X-Provider-Signature': signature };
    const { status } = await send(handler, 'POST /payments/webhook', { rawBody: JSON.stringify(completed), headers });
    expect(status).toBe(401);
    expect(table.items()).toEqual([]);
  });

  it('answers 401 to two signatures in one request, even if both are genuine', async () => {
    const rawBody = JSON.stringify({ type: 'payout.created' });
    const headers = signed(rawBody);
    const event = gatewayEvent('POST /payments/webhook', { rawBody, headers });
    const [signature = ''] = Object.values(headers);
    const twice = { ...event, multiValueHeaders: { 'X-Provider-Signature': [signature, signature] } };
    expect(await handler(twice, { ...lambdaContext(), call: { cause: newCause() } })).toMatchObject({ statusCode: 401 });
  });

  it('acknowledges events that it ignores, or the provider would resend them', async () => {
    expect(await report({ type: 'payout.created', amount: 'all' })).toEqual(received);
  });

  it('owes a second charge of a completed attempt back until the provider has refunded it, and logs it as an error', async () => {
    await callTask(chargePayment, order);
    await report(completed);
    const logged = vi.spyOn(log, 'error');
    expect(await report({ ...completed, eventId: 'evt_2', chargeId: 'ch_2' })).toEqual(received);
    const line = { chargeId: 'ch_2', orderId, attempt: 1, correlationId: order.correlationId };
    expect(logged).toHaveBeenCalledWith(expect.any(String), expect.objectContaining(line));
    const marks = () => table.items().filter(({ pk }) => String(pk).startsWith('REVERSAL#'));
    expect([marks().length, types().at(-1)]).toEqual([1, 'payment.reversal.requested']);

    provider.reply = () => ({ status: 503 });
    const later = (minutes: number) => runJob(reverseCharges, new Date(Date.now() + minutes * 60_000).toISOString());
    expect(await later(2)).toMatchObject({ reversed: 0, stillOwed: 1 });
    provider.reply = () => ({ status: 200, body: { status: 'refunded' } });
    expect(await later(10)).toMatchObject({ reversed: 1, stillOwed: 0 });
    expect(provider.requests.at(-1)).toMatchObject({ path: '/refunds', body: { chargeId: 'ch_2' } });
    expect([marks(), types().at(-1)]).toEqual([[], 'payment.refunded']);
    expect(await stored()).toMatchObject({ status: 'completed', attempts: [{ status: 'completed', chargeId: 'ch_1' }] });
  });

  it('gives both charges of an attempt back by their ids when the order is cancelled, whichever was reported first', async () => {
    await callTask(chargePayment, order);
    await report({ ...completed, eventId: 'evt_2', chargeId: 'ch_2' });
    await report(completed);
    await callTask(refundPayment, order);
    await runJob(reverseCharges, new Date(Date.now() + 120_000).toISOString());
    const refunded = provider.requests.filter(({ path }) => path === '/refunds').map(({ body }) => body.chargeId);
    expect(refunded).toEqual(['ch_2', 'ch_1']);
    expect(types().filter((type) => type === 'payment.refunded')).toHaveLength(2);
  });

  it('names what is wrong with a report', async () => {
    const { status, body } = await report({ type: 'charge.completed', chargeId: 'ch_1' });
    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ path: '/reference' })]) });
  });

  it('commits a completed charge under the trace of its order, and answers the saga at once', async () => {
    await callTask(chargePayment, order);
    expect(await report(completed)).toEqual(received);
    const payment = await stored();
    expect(payment).toMatchObject({
      ...{ status: 'completed', completedBy: 1, version: 2 },
      attempts: [{ status: 'completed', chargeId: 'ch_1', transactionId: 'txn_1' }],
    });
    expect(types()).toEqual(['payment.initiated', 'payment.completed']);
    const { correlationId, traceparent } = order;
    expect(table.published()[1]?.metadata).toMatchObject({ organizationId, correlationId, causationId: 'evt_1' });
    expect(table.published()[1]?.metadata.traceparent).toContain(traceparent.slice(3, 35));
    const paymentId = payment?.status === 'completed' ? payment.paymentId : '';
    expect(saga.answers).toEqual([{ taskToken: 'token-1', output: { outcome: 'completed', paymentId } }]);
    expect(await findPaymentById(organizationId, paymentId)).toEqual(payment);
  });

  it('commits a failed charge, and answers the saga at once', async () => {
    await callTask(chargePayment, order);
    expect(await report(failed)).toEqual(received);
    expect(await stored()).toMatchObject({ status: 'failed', retryable: true, reason: 'busy' });
    expect(types()).toEqual(['payment.initiated', 'payment.failed']);
    expect(saga.answers).toEqual([{ taskToken: 'token-1', output: { outcome: 'retryable', reason: 'busy' } }]);
  });

  it('answers the newest token', async () => {
    await callTask(chargePayment, order);
    const later: typeof order = { ...order, taskToken: 'token-2' };
    await callTask(chargePayment, later);
    await report(completed);
    expect(saga.answers.map(({ taskToken }) => taskToken)).toEqual(['token-2']);
  });

  it('takes a repeated report for the first one', async () => {
    await callTask(chargePayment, order);
    await report(completed);
    expect(await report(completed)).toEqual(received);
    expect(types()).toEqual(['payment.initiated', 'payment.completed']);
    expect(saga.answers).toHaveLength(1);
  });

  it('finds the order by its id in capitals', async () => {
    await callTask(chargePayment, order);
    const reference = { organizationId: organizationId.toUpperCase(), orderId: orderId.toUpperCase(), attempt: 1 };
    expect(await report({ ...completed, reference })).toEqual(received);
    expect(await stored()).toMatchObject({ status: 'completed' });
  });

  it('commits even if the saga does not wait any more, or cannot be answered', async () => {
    const failures = [tokenGone, () => Promise.reject(new Error('out of order'))];
    for (const [index, failure] of failures.entries()) {
      const another = chargeOrder();
      await callTask(chargePayment, another);
      saga.receive = failure;
      const reference = { organizationId: another.organizationId, orderId: another.orderId, attempt: 1 };
      expect(await report({ ...completed, eventId: `evt_${index}`, reference })).toEqual(received);
      expect(await payments.find(another.organizationId, another.orderId)).toMatchObject({ status: 'completed' });
    }
  });

  it('does not wait for the saga longer than a second', async () => {
    await callTask(chargePayment, order);
    let release = () => {};
    saga.receive = () => new Promise<void>((resolve) => (release = resolve));
    const warned = vi.spyOn(log, 'warn');
    const startedAt = performance.now();
    expect(await report(completed)).toEqual(received);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(warned).toHaveBeenCalledWith('hint failed', expect.objectContaining({ correlationId: order.correlationId }));
    release();
  });

  it('records late money of a closed payment, and wakes no saga', async () => {
    await callTask(chargePayment, order);
    await callTask(refundPayment, order);
    expect(await report(completed)).toEqual(received);
    expect(await stored()).toMatchObject({ status: 'closed', attempts: [{ status: 'completed' }] });
    expect(saga.answers).toEqual([]);
  });

  it('has a charge that is not known here reported again', async () => {
    expect(await report(completed)).toMatchObject({ status: 404 });
    await callTask(chargePayment, order);
    const reference = { ...about.reference, attempt: 2 };
    expect(await report({ ...completed, reference })).toMatchObject({ status: 404 });
    expect(types()).toEqual(['payment.initiated']);
  });

  it('refuses another amount and records nothing', async () => {
    await callTask(chargePayment, order);
    const { status, body } = await report({ ...completed, amount: { amountMinor: 1, currency: 'EUR' } });
    expect(status).toBe(422);
    expect(body).toMatchObject({ type: expect.stringContaining('amount-mismatch') });
    expect(await stored()).toMatchObject({ status: 'initiated' });
  });

  it('decides again when the payment was closed in between', async () => {
    await callTask(chargePayment, order);
    table.beforeNextTransaction(() => callTask(refundPayment, order).then(() => undefined));
    expect(await report(completed)).toEqual(received);
    expect(await stored()).toMatchObject({ status: 'closed', attempts: [{ status: 'completed' }], version: 3 });
    expect(types()).not.toContain('payment.completed');
  });
});

import { describe, expect, it, vi } from 'vitest';
import { callTask } from '../../../tests/kit/invoke.ts';
import { paymentWorld, tokenGone } from '../../../tests/kit/payment-world.ts';
import { chargeOrder } from '../../../tests/kit/saga-input.ts';
import { isSignatureOf } from '../../shared/input/body-signature.ts';
import { log } from '../../shared/log.ts';
import { payments } from '../store/payment-table.ts';
import { handler } from './charge-payment.ts';
import { handler as refundPayment } from './refund-payment.ts';

const { table, provider, saga } = paymentWorld();
const order = chargeOrder({ taskToken: 'token-1' });
const { orderId, organizationId, customerId, totalAmount: amount } = order;
const charge = (given: Partial<typeof order> = {}) => callTask(handler, { ...order, ...given });
const stored = () => payments.find(organizationId, orderId);
const types = () => table.published().map(({ type }) => type);

describe('ChargePayment', () => {
  it('stores payment, attempt and token, and asks the provider for the charge', async () => {
    expect(await charge()).toEqual({ outcome: 'requested' });
    expect(await stored()).toMatchObject({
      ...{ status: 'initiated', orderId, customerId, amount, taskToken: 'token-1', version: 1 },
      attempts: [{ n: 1, key: `${orderId}:1`, status: 'intent' }],
      correlationId: order.correlationId,
    });
    expect(types()).toEqual(['payment.initiated']);
    expect(provider.requests).toHaveLength(1);
    const [{ path, body, headers } = { path: '', body: {}, headers: {} }] = provider.requests;
    expect([path, headers['idempotency-key'], headers['x-correlation-id']]).toEqual([
      '/charges',
      `${orderId}:1`,
      order.correlationId,
    ]);
    expect(body).toEqual({
      ...{ amount, source: order.paymentMethod.token, callbackUrl: 'http://127.0.0.1/api/v1/payments/webhook' },
      reference: { organizationId, orderId, attempt: 1 },
    });
    const signature = String(headers['x-provider-signature']);
    expect(isSignatureOf(JSON.stringify(body), signature, 'secret', Date.now())).toBe(true);
    expect(saga.answers).toEqual([]);
  });

  it('stores the attempt before it calls the provider', async () => {
    let before: unknown;
    provider.reply = () => {
      before = table.items().find(({ sk }) => sk === 'PAYMENT');
      return { status: 202 };
    };
    await charge();
    expect(before).toMatchObject({ status: 'initiated' });
  });

  it('called again, replaces the token and asks for the same charge', async () => {
    await charge();
    await charge({ taskToken: 'token-2' });
    expect(await stored()).toMatchObject({ taskToken: 'token-2', version: 2, attempts: [{ n: 1 }] });
    expect(provider.requests.map(({ headers }) => headers['idempotency-key'])).toEqual([`${orderId}:1`, `${orderId}:1`]);
    expect(types()).toEqual(['payment.initiated']);
  });

  it('leaves the token of a newer task, and charges nothing, when an older one comes late', async () => {
    const enteredAt = new Date().toISOString();
    await charge({ taskToken: 'token-2', enteredAt, retryCount: 1 });
    const later = await Promise.all([charge({ enteredAt, retryCount: 0 }), charge({ enteredAt: '2026-11-22T10:00:00.000Z' })]);
    expect(later).toEqual([{ outcome: 'superseded' }, { outcome: 'superseded' }]);
    expect(await stored()).toMatchObject({ taskToken: 'token-2', version: 1 });
    expect([provider.requests.length, saga.answers]).toEqual([1, []]);
  });

  it('logs that nobody waits with the token any more, and succeeds', async () => {
    await callTask(refundPayment, order);
    saga.receive = tokenGone;
    const logged = vi.spyOn(log, 'info');
    expect(await charge()).toEqual({ outcome: 'gone' });
    const line = { orderId, correlationId: order.correlationId, outcome: 'cancelled', cause: 'TaskTimedOut' };
    expect(logged).toHaveBeenCalledWith(expect.any(String), expect.objectContaining(line));
  });

  it('answers at once when the payment is settled, and calls no provider', async () => {
    await callTask(refundPayment, order);
    expect(await charge()).toEqual({ outcome: 'answered' });
    expect(saga.answers).toEqual([{ taskToken: 'token-1', output: { outcome: 'cancelled' } }]);
    expect(provider.requests).toEqual([]);
  });

  it('answers `provider-out` after one call to a provider that is out, and charges under the same key the next time', async () => {
    provider.reply = () => ({ status: 503 });
    expect(await charge()).toMatchObject({ outcome: 'unavailable' });
    expect(saga.answers).toEqual([{ taskToken: 'token-1', output: { outcome: 'provider-out' } }]);
    provider.reply = () => ({ status: 202 });
    expect(await charge({ taskToken: 'token-2' })).toEqual({ outcome: 'requested' });
    expect(provider.requests.map(({ headers }) => headers['idempotency-key'])).toEqual([`${orderId}:1`, `${orderId}:1`]);
    expect(await stored()).toMatchObject({ status: 'initiated', attempts: [{ n: 1, status: 'intent' }] });
  });

  it('stores a refusal as a final failure, and answers the saga', async () => {
    provider.reply = () => ({ status: 422, body: { error: 'unknown_source' } });
    expect(await charge()).toEqual({ outcome: 'refused', reason: 'unknown_source' });
    expect(await stored()).toMatchObject({ status: 'failed', retryable: false, reason: 'unknown_source' });
    expect(types()).toEqual(['payment.initiated', 'payment.failed']);
    expect(saga.answers).toEqual([{ taskToken: 'token-1', output: { outcome: 'final', reason: 'unknown_source' } }]);
  });

  it('answers `cancelled` when the payment was closed while the provider was called', async () => {
    provider.reply = () => {
      const [payment] = table.items().filter(({ sk }) => sk === 'PAYMENT');
      table.put({
        Put: { Item: { pk: '', sk: '', ...payment, status: 'closed', closedAt: '2026-11-22T10:00:00.000Z', version: 2 } },
      });
      return { status: 409, body: { error: 'voided' } };
    };
    expect(await charge()).toEqual({ outcome: 'answered' });
    expect(saga.answers).toEqual([{ taskToken: 'token-1', output: { outcome: 'cancelled' } }]);
    expect(types()).toEqual(['payment.initiated']);
  });

  it('stores the attempt in spite of a concurrent writer', async () => {
    table.failNext('contended');
    expect(await charge()).toEqual({ outcome: 'requested' });
    expect(provider.requests).toHaveLength(1);
  });

  it('refuses an input that breaks its schema, for good', async () => {
    await expect(charge({ taskToken: '' })).rejects.toMatchObject({ name: 'PermanentFault' });
  });
});

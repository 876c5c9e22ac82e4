import { describe, expect, it } from 'vitest';
import { paymentWorld, tokenGone } from '../../../tests/kit/payment-world.ts';
import type { StoredPayment } from './payment-codec.ts';
import { payments } from './payment-table.ts';
import { notifySaga, sagaHint } from './waiting-saga.ts';

const { table, saga } = paymentWorld();
const [organizationId, orderId] = ['organization', 'order'];
const opened = {
  ...{ paymentId: 'payment', orderId, customerId: 'customer', source: 'tok_ok' },
  ...{ amount: { amountMinor: 1250, currency: 'EUR' }, attempts: [], initiatedAt: '2026-11-22T10:00:00.000Z' },
  ...{ taskEnteredAt: '2026-11-22T10:00:00.000Z', taskRetries: 0 },
  ...{ correlationId: 'correlation-1', traceparent: '' },
};
const failed = (taskToken: string, version: number): StoredPayment => ({
  ...{ ...opened, taskToken, version },
  ...{ status: 'failed', retryable: true, reason: 'busy' },
});
const initiated = (taskToken: string, version: number): StoredPayment => ({ ...opened, taskToken, version, status: 'initiated' });
const store = (payment: StoredPayment) => table.put(payments.put(organizationId, payment));
const tokens = () => saga.answers.map(({ taskToken }) => taskToken);

describe('notifySaga', () => {
  it('answers the token that was stored last', async () => {
    store(failed('token-1', 1));
    await notifySaga(organizationId, orderId);
    expect(saga.answers).toEqual([{ taskToken: 'token-1', output: { outcome: 'retryable', reason: 'busy' } }]);
  });

  it('reads again when the token is gone, and answers a newer one', async () => {
    store(failed('token-1', 1));
    saga.receive = (token) => {
      if (token !== 'token-1') return;
      store(failed('token-2', 2));
      tokenGone();
    };
    await notifySaga(organizationId, orderId);
    expect(tokens()).toEqual(['token-2']);
  });

  it('is done when the token is gone and there is no newer one', async () => {
    store(failed('token-1', 1));
    saga.receive = tokenGone;
    await notifySaga(organizationId, orderId);
    expect(saga.answers).toEqual([]);
  });

  it('is done when the token is gone because the next attempt is under way', async () => {
    store(failed('token-1', 1));
    saga.receive = () => {
      store(initiated('token-2', 2));
      tokenGone();
    };
    await notifySaga(organizationId, orderId);
    expect(saga.answers).toEqual([]);
  });

  it('gives up, to be called again, when every token it finds is gone', async () => {
    let version = 1;
    store(failed('token-1', version));
    saga.receive = () => {
      version += 1;
      store(failed(`token-${version}`, version));
      tokenGone();
    };
    await expect(notifySaga(organizationId, orderId)).rejects.toThrow('3 tokens');
  });

  it('calls Step Functions once when it fails, since the queue repeats the message', async () => {
    store(failed('token-1', 1));
    let calls = 0;
    saga.receive = () => {
      calls += 1;
      throw new Error('out of order');
    };
    await expect(notifySaga(organizationId, orderId)).rejects.toThrow();
    expect(calls).toBe(1);
  });
});

describe('sagaHint', () => {
  it('answers the token of a payment that has ended, and of no other', async () => {
    const closed = { ...opened, taskToken: 'token-2', version: 2, status: 'closed', closedAt: opened.initiatedAt } as const;
    for (const payment of [initiated('token-1', 1), closed, failed('token-3', 3)]) await sagaHint(payment, payment)();
    expect(tokens()).toEqual(['token-3']);
  });
});

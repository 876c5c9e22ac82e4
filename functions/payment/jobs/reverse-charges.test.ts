import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callTask, runJob } from '../../../tests/kit/invoke.ts';
import { paymentWorld } from '../../../tests/kit/payment-world.ts';
import { chargeOrder } from '../../../tests/kit/saga-input.ts';
import { log } from '../../shared/log.ts';
import { handler as chargePayment } from '../saga-tasks/charge-payment.ts';
import { handler as refundPayment } from '../saga-tasks/refund-payment.ts';
import { handler } from './reverse-charges.ts';

const { table, provider } = paymentWorld();

/** Closes the payments of so many orders, each with one charge, and returns their keys at the provider. */
async function owe(count: number): Promise<string[]> {
  const orders = Array.from({ length: count }, () => chargeOrder());
  for (const order of orders) {
    await callTask(chargePayment, order);
    await callTask(refundPayment, order);
  }
  provider.requests.length = 0;
  return orders.map(({ orderId }) => `${orderId}:1`);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Runs the job when so many minutes have passed since the payments were closed. */
async function run(minutes = 2) {
  const closedAt = Date.now();
  vi.setSystemTime(closedAt + minutes * 60_000);
  const line = await runJob(handler, new Date().toISOString());
  vi.setSystemTime(closedAt);
  return line;
}
const marks = () => table.items().filter(({ pk }) => String(pk).startsWith('REVERSAL#'));
const refunds = () => table.published().filter(({ type }) => type === 'payment.refunded');
/** The provider answers a cancellation so; `refused` are the keys that it refuses. */
const refuse = (...refused: string[]) => {
  provider.reply = ({ body }) =>
    refused.includes(String(body.idempotencyKey))
      ? { status: 422, body: { error: 'too_old' } }
      : { status: 200, body: { status: 'refunded' } };
};

describe('reverse-charges', () => {
  it('reverses what is owed, once, under the trace by which it came to be owed', async () => {
    await owe(3);
    const nothing = { reversed: 0, refused: 0, failed: 0, stillOwed: 0, unreadShards: 0, oldestOwedSeconds: 0 };
    expect(await run()).toEqual({ ...nothing, reversed: 3 });
    expect(await run()).toEqual(nothing);
    expect([refunds().length, marks()]).toEqual([3, []]);
    expect(new Set(refunds().map(({ metadata }) => metadata.correlationId)).size).toBe(3);
  });

  it('leaves a minute to the event that asks for the reversal, and counts what is owed meanwhile', async () => {
    await owe(2);
    expect(await run(0.5)).toMatchObject({ reversed: 0, stillOwed: 2, oldestOwedSeconds: 30 });
    expect(provider.requests).toEqual([]);
  });

  it('goes past what the provider refuses, puts it off for an hour, and counts it', async () => {
    const [key = ''] = await owe(5);
    refuse(key);
    expect(await run()).toMatchObject({ reversed: 4, refused: 1, stillOwed: 1, oldestOwedSeconds: 120 });
    expect(await run(3)).toMatchObject({ reversed: 0, refused: 0, stillOwed: 1, oldestOwedSeconds: 180 });
    expect(provider.requests.filter(({ body }) => body.idempotencyKey === key)).toHaveLength(1);
    refuse();
    expect(await run(63)).toMatchObject({ reversed: 1, stillOwed: 0 });
  });

  it('asks a provider that is out a few times and no more, and counts everything as owed', async () => {
    await owe(20);
    provider.reply = () => ({ status: 503 });
    expect(await run()).toMatchObject({ reversed: 0, failed: 0, stillOwed: 20 });
    expect(marks()).toHaveLength(20);
    // Shards are worked on side by side, so each may have asked once more before it knew.
    const asked = provider.requests.length;
    expect(asked).toBeLessThanOrEqual(3 + 3);
    refuse();
    // The first call after the outage may be the breaker's probe, for which the others do not wait.
    expect((await run(4)).reversed).toBeGreaterThan(0);
    expect(await run(10)).toMatchObject({ stillOwed: 0 });
    expect(refunds()).toHaveLength(20);
  });

  it('reverses the others although the provider keeps failing for some', async () => {
    const [first = '', second = ''] = (await owe(12)).toSorted();
    provider.reply = ({ body }) =>
      [first, second].includes(String(body.idempotencyKey)) ? { status: 500 } : { status: 200, body: { status: 'refunded' } };
    expect(await run()).toMatchObject({ reversed: 10, stillOwed: 2 });
  });

  it('continues past a payment that fails', async () => {
    await owe(4);
    const [broken] = table.items().filter(({ sk }) => sk === 'PAYMENT');
    table.put({ Put: { Item: { pk: '', sk: '', ...broken, status: 'lost' } } });
    expect(await run()).toMatchObject({ reversed: 3, failed: 1, stillOwed: 1 });
  });

  it('keeps a charge owed that the provider calls void but reported as paid', async () => {
    await owe(1);
    const [item] = table.items().filter(({ sk }) => sk === 'PAYMENT');
    const attempts = [{ n: 1, key: 'order:1', status: 'completed', chargeId: 'ch_1', transactionId: 'txn_1' }];
    table.put({ Put: { Item: { pk: '', sk: '', ...item, attempts } } });
    provider.reply = () => ({ status: 200, body: { status: 'voided' } });
    const logged = vi.spyOn(log, 'error');
    expect(await run()).toMatchObject({ reversed: 0, refused: 1, stillOwed: 1 });
    expect(logged).toHaveBeenCalledWith(expect.any(String), expect.objectContaining({ reason: expect.stringContaining('void') }));
  });
});

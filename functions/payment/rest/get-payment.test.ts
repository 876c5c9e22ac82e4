import { describe, expect, it } from 'vitest';
import { callTask, runJob } from '../../../tests/kit/invoke.ts';
import { paymentWorld, signed } from '../../../tests/kit/payment-world.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { chargeOrder } from '../../../tests/kit/saga-input.ts';
import type { Caller } from '../../shared/caller.ts';
import { handler as reverseCharges } from '../jobs/reverse-charges.ts';
import { handler } from '../rest.ts';
import { handler as chargePayment } from '../saga-tasks/charge-payment.ts';
import { handler as refundPayment } from '../saga-tasks/refund-payment.ts';
import { payments } from '../store/payment-table.ts';

paymentWorld();
const order = chargeOrder();
const { orderId, organizationId, customerId } = order;
const buyer = newCaller({ organizationId, userId: customerId, permissions: ['payment:read'] });
const staff = newCaller({ organizationId, permissions: ['payment:read', 'order:read-any'] });

/** Stores the payment of the order and returns its id. */
async function charged(): Promise<string> {
  await callTask(chargePayment, order);
  const payment = await payments.find(organizationId, orderId);
  if (payment?.status !== 'initiated') throw new Error('no payment was initiated');
  return payment.paymentId;
}
const read = (paymentId: string, caller?: Caller) =>
  send(handler, 'GET /payments/{paymentId}', { params: { paymentId }, ...(caller && { caller }) });

describe('GET /payments/{paymentId}', () => {
  it('shows the payment to its buyer and to staff, without the card or the token', async () => {
    const paymentId = await charged();
    const { totalAmount: amount } = order;
    const at = expect.stringMatching(/Z$/);
    const attempts = [{ attempt: 1, status: 'pending', amount, startedAt: at, changedAt: at, reversal: 'none' }];
    const shown = { paymentId, orderId, customerId, status: 'initiated', attempt: 1, amount, attempts };
    for (const caller of [buyer, staff]) {
      const { status, body, headers } = await read(paymentId, caller);
      expect([status, body, headers.ETag]).toEqual([200, shown, '"1"']);
    }
  });

  it('shows every attempt to its end: when, how much, why it failed and what became of the money', async () => {
    const paymentId = await charged();
    const about = { eventId: 'evt_1', chargeId: 'ch_1', amount: order.totalAmount };
    const report = async (message: object) => {
      const rawBody = JSON.stringify({ ...about, ...message });
      expect(await send(handler, 'POST /payments/webhook', { rawBody, headers: signed(rawBody) })).toMatchObject({ status: 200 });
    };
    const reference = (attempt: number) => ({ organizationId, orderId, attempt });
    await report({ type: 'charge.failed', retryable: true, reason: 'busy', reference: reference(1) });
    await callTask(chargePayment, chargeOrder({ ...order, attempt: 2, taskToken: 'token-of-2' }));
    await report({ type: 'charge.completed', transactionId: 'txn_secret', reference: reference(2) });
    await report({ type: 'charge.completed', chargeId: 'ch_2', transactionId: 'txn_2', reference: reference(2) });
    await callTask(refundPayment, order);
    const owed = Object((await read(paymentId, buyer)).body).attempts;
    expect(owed).toMatchObject([
      { attempt: 1, status: 'failed', reason: 'busy', retryable: true, reversal: 'owed' },
      { attempt: 2, status: 'completed', reversal: 'owed' },
      { attempt: 2, status: 'completed', isSecondCharge: true, reversal: 'owed' },
    ]);
    await runJob(reverseCharges, new Date(Date.now() + 120_000).toISOString());
    const { rawBody, body } = await read(paymentId, buyer);
    expect(Object(body).attempts.map(({ reversal }: { reversal: string }) => reversal)).toEqual([
      'refunded',
      'refunded',
      'refunded',
    ]);
    const secrets = [order.paymentMethod.token, order.taskToken, 'token-of-2', 'ch_1', 'ch_2', 'txn_', `${orderId}:1`];
    for (const secret of secrets) expect(rawBody).not.toContain(secret);
  });

  it('finds it by its id in capitals', async () => {
    expect(await read((await charged()).toUpperCase(), buyer)).toMatchObject({ status: 200 });
  });

  it('is 404 for another buyer, for another organization and for an id of nothing', async () => {
    const paymentId = await charged();
    const others = [newCaller({ organizationId, permissions: ['payment:read'] }), newCaller()];
    for (const caller of others) expect(await read(paymentId, caller)).toMatchObject({ status: 404 });
    expect(await read(orderId, buyer)).toMatchObject({ status: 404 });
  });

  it('has no payment to show where an order was cancelled before it was charged', async () => {
    await callTask(refundPayment, order);
    expect(await read(orderId, staff)).toMatchObject({ status: 404 });
  });

  it('asks for a caller with the permission', async () => {
    const paymentId = await charged();
    expect(await read(paymentId)).toMatchObject({ status: 401 });
    expect(await read(paymentId, newCaller({ organizationId, userId: customerId, permissions: [] }))).toMatchObject({
      status: 403,
    });
  });
});

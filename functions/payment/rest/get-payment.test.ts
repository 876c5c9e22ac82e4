import { describe, expect, it } from 'vitest';
import { callTask } from '../../../tests/kit/invoke.ts';
import { paymentWorld } from '../../../tests/kit/payment-world.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { chargeOrder } from '../../../tests/kit/saga-input.ts';
import type { Caller } from '../../shared/caller.ts';
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
    const shown = { paymentId, orderId, customerId, status: 'initiated', attempt: 1, amount: order.totalAmount };
    for (const caller of [buyer, staff]) {
      const { status, body, headers } = await read(paymentId, caller);
      expect([status, body, headers.ETag]).toEqual([200, shown, '"1"']);
    }
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

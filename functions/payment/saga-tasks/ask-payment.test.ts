import { describe, expect, it } from 'vitest';
import { callTask } from '../../../tests/kit/invoke.ts';
import { paymentWorld } from '../../../tests/kit/payment-world.ts';
import { chargeOrder } from '../../../tests/kit/saga-input.ts';
import { payments } from '../store/payment-table.ts';
import { handler } from './ask-payment.ts';
import { handler as chargePayment } from './charge-payment.ts';

const { table, provider } = paymentWorld();
const order = chargeOrder();
const ask = (attempt = 1) => {
  const asked = { ...order, attempt };
  return callTask(handler, asked);
};
const stored = () => payments.find(order.organizationId, order.orderId);

describe('AskPayment', () => {
  it('closes a payment that is under way, and answers the same when it is asked again', async () => {
    await callTask(chargePayment, order);
    expect(await ask()).toEqual({ outcome: 'cancelled' });
    expect(await ask()).toEqual({ outcome: 'cancelled' });
    expect(await stored()).toMatchObject({ status: 'closed', version: 2 });
    expect(table.published().map(({ type }) => type)).toEqual(['payment.initiated', 'payment.reversal.requested']);
  });

  it('answers how a settled payment ended and leaves it', async () => {
    provider.reply = () => ({ status: 402, body: { error: 'stolen' } });
    await callTask(chargePayment, order);
    expect(await ask()).toEqual({ outcome: 'final', reason: 'stolen' });
    expect(await stored()).toMatchObject({ status: 'failed', version: 2 });
  });

  it('closes a payment whose attempt never began, though an earlier one failed', async () => {
    provider.reply = () => ({ status: 402, body: { error: 'stolen' } });
    await callTask(chargePayment, order);
    expect(await ask(2)).toEqual({ outcome: 'cancelled' });
    expect(await stored()).toMatchObject({ status: 'closed' });
  });

  it('refuses an input without an attempt', async () => {
    const { attempt: _, ...without } = order;
    await expect(callTask(handler, without)).rejects.toMatchObject({ name: 'PermanentFault' });
  });

  it('leaves a tombstone when no payment has begun', async () => {
    expect(await ask()).toEqual({ outcome: 'cancelled' });
    expect(await stored()).toMatchObject({ status: 'tombstone' });
  });
});

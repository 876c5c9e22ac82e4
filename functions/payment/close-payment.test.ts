import { describe, expect, it } from 'vitest';
import { callTask } from '../../tests/kit/invoke.ts';
import { paymentWorld } from '../../tests/kit/payment-world.ts';
import { chargeOrder } from '../../tests/kit/saga-input.ts';
import { handler } from './close-payment.ts';
import { handler as chargePayment } from './saga-tasks/charge-payment.ts';
import { payments } from './store/payment-table.ts';

const { table, provider, saga } = paymentWorld();
const order = chargeOrder();
const stored = () => payments.find(order.organizationId, order.orderId);

describe('close-payment', () => {
  it('keeps a charge from being requested that has not begun', async () => {
    expect(await callTask(handler, order)).toEqual({ outcome: 'done' });
    await callTask(chargePayment, order);
    expect(provider.requests).toEqual([]);
    expect(saga.answers).toMatchObject([{ output: { outcome: 'cancelled' } }]);
    expect(await stored()).toMatchObject({ status: 'tombstone' });
  });

  it('asks for the reversal of a charge that has begun, once', async () => {
    await callTask(chargePayment, order);
    await callTask(handler, order);
    await callTask(handler, order);
    expect(await stored()).toMatchObject({ status: 'closed' });
    expect(table.published().map(({ type }) => type)).toEqual(['payment.initiated', 'payment.reversal.requested']);
  });

  it('keeps the provider from being asked again after an outage', async () => {
    provider.reply = () => ({ status: 503 });
    await callTask(chargePayment, order);
    await callTask(handler, order);
    const later: typeof order = { ...order, enteredAt: new Date(Date.now() + 300_000).toISOString() };
    await callTask(chargePayment, later);
    expect(provider.requests).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { anEvent, at, callTask, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { paymentWorld } from '../../../tests/kit/payment-world.ts';
import { chargeOrder } from '../../../tests/kit/saga-input.ts';
import { handler } from '../consumer.ts';
import { handler as chargePayment } from '../saga-tasks/charge-payment.ts';
import { payments } from '../store/payment-table.ts';

const { table, saga } = paymentWorld();
const order = chargeOrder({ organizationId });
const { orderId, customerId, totalAmount } = order;
const cancelled = anEvent('order.cancelled', orderId, { orderId, customerId, totalAmount, reason: 'deadline', cancelledAt: at });
const deliverCancelled = () => deliver(handler, 'order.cancelled', cancelled);
const stored = () => payments.find(organizationId, orderId);

describe('onOrderCancelled', () => {
  it('closes the payment, asks for the reversal, and marks the event as handled', async () => {
    await callTask(chargePayment, order);
    await deliverCancelled();
    expect(await stored()).toMatchObject({ status: 'closed', version: 2 });
    expect(table.published().map(({ type }) => type)).toEqual(['payment.initiated', 'payment.reversal.requested']);
    expect(table.markers()).toHaveLength(1);
    expect(saga.answers).toEqual([]);
  });

  it('changes nothing when it is delivered again', async () => {
    await callTask(chargePayment, order);
    await deliverCancelled();
    const before = table.items();
    await deliverCancelled();
    expect(table.items()).toEqual(before);
  });

  it('leaves a tombstone before the payment, so that nothing is charged', async () => {
    await deliverCancelled();
    expect(await stored()).toMatchObject({ status: 'tombstone' });
    expect(await callTask(chargePayment, order)).toEqual({ outcome: 'answered' });
    expect(saga.answers.map(({ output }) => output)).toEqual([{ outcome: 'cancelled' }]);
  });
});

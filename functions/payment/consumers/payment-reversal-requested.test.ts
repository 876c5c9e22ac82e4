import { describe, expect, it } from 'vitest';
import { runConsumer } from '../../../tests/kit/event-batch.ts';
import { anEvent, callTask, organizationId } from '../../../tests/kit/invoke.ts';
import { paymentWorld } from '../../../tests/kit/payment-world.ts';
import { chargeOrder } from '../../../tests/kit/saga-input.ts';
import { handler as chargePayment } from '../saga-tasks/charge-payment.ts';
import { handler as refundPayment } from '../saga-tasks/refund-payment.ts';
import { payments } from '../store/payment-table.ts';
import { onPaymentReversalRequested } from './payment-reversal-requested.ts';

const { table, provider } = paymentWorld();
const order = chargeOrder({ organizationId });
const { orderId } = order;
const paymentId = '0193a000-0000-7000-8000-0000000000cc';
const requested = anEvent('payment.reversal.requested', paymentId, { paymentId, orderId, reason: 'closed' });
const run = () => runConsumer(onPaymentReversalRequested, requested);
const attempts = async () => {
  const payment = await payments.find(organizationId, orderId);
  return payment === undefined || payment.status === 'tombstone' ? [] : payment.attempts.map(({ status }) => status);
};
const marks = () => table.items().filter(({ pk }) => String(pk).startsWith('REVERSAL#'));
const cancelWith = (status: number, body: object = {}) => {
  provider.reply = ({ path }) => (path.endsWith('/cancel') ? { status, body } : { status: 202 });
};
const owe = async () => {
  await callTask(chargePayment, order);
  await callTask(refundPayment, order);
};

describe('onPaymentReversalRequested', () => {
  it('cancels the charge at the provider, announces the refund, and owes nothing more', async () => {
    await owe();
    await run();
    expect(provider.requests.at(-1)).toMatchObject({
      path: `/charges/${encodeURIComponent(`${orderId}:1`)}/cancel`,
      body: { idempotencyKey: `${orderId}:1` },
    });
    expect([await attempts(), marks()]).toEqual([['refunded'], []]);
    expect(table.published().at(-1)).toMatchObject({ type: 'payment.refunded', eventData: { orderId, attempt: 1 } });
  });

  it('announces nothing when the charge was voided', async () => {
    cancelWith(200, { status: 'voided' });
    await owe();
    await run();
    expect([await attempts(), marks()]).toEqual([['voided'], []]);
    expect(table.published().map(({ type }) => type)).not.toContain('payment.refunded');
  });

  it('refunds once when it is delivered twice', async () => {
    await owe();
    await run();
    await run();
    expect(table.published().filter(({ type }) => type === 'payment.refunded')).toHaveLength(1);
  });

  it('leaves it to the job while the provider is out: what is owed stays marked', async () => {
    cancelWith(503);
    await owe();
    await run();
    expect(await attempts()).toEqual(['intent']);
    expect(marks()).toHaveLength(1);
  });

  it('goes to the dead-letter queue when the provider refuses: what is owed stays marked', async () => {
    cancelWith(422, { error: 'too_old' });
    await owe();
    await expect(run()).rejects.toMatchObject({ name: 'PermanentFault', message: expect.stringContaining('too_old') });
    expect(marks()).toHaveLength(1);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { anEvent, callTask, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { paymentWorld } from '../../../tests/kit/payment-world.ts';
import { chargeOrder } from '../../../tests/kit/saga-input.ts';
import { handler } from '../consumer.ts';
import { handler as chargePayment } from '../saga-tasks/charge-payment.ts';

const { provider, saga } = paymentWorld();
const order = chargeOrder({ organizationId, taskToken: 'token-1' });
const { orderId, customerId, totalAmount: amount } = order;
const paymentId = '0193a000-0000-7000-8000-0000000000cc';

const deliverFailed = (attempt = 1) => {
  const about = { paymentId, orderId, customerId, attempt, amount, reason: 'busy', retryable: true };
  return deliver(handler, 'payment.failed', anEvent('payment.failed', paymentId, about));
};

describe('onPaymentFailed', () => {
  it('answers the saga, which then decides what follows', async () => {
    provider.reply = () => ({ status: 402, body: { error: 'stolen' } });
    await callTask(chargePayment, order);
    saga.answers.length = 0;
    await deliverFailed();
    expect(saga.answers).toEqual([{ taskToken: 'token-1', output: { outcome: 'final', reason: 'stolen' } }]);
  });

  it('comes back when the saga cannot be answered', async () => {
    provider.reply = () => ({ status: 402, body: { error: 'stolen' } });
    await callTask(chargePayment, order);
    vi.stubEnv('MAX_RECEIVE_COUNT', '10');
    saga.receive = () => Promise.reject(new Error('out of order'));
    await expect(deliverFailed()).rejects.toThrow('not handled');
  });
});

import { describe, expect, it } from 'vitest';
import { anEvent, callTask, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { paymentWorld, signed, tokenGone } from '../../../tests/kit/payment-world.ts';
import { send } from '../../../tests/kit/rest-request.ts';
import { chargeOrder } from '../../../tests/kit/saga-input.ts';
import { handler } from '../consumer.ts';
import { handler as rest } from '../rest.ts';
import { handler as chargePayment } from '../saga-tasks/charge-payment.ts';
import { payments } from '../store/payment-table.ts';

const { saga } = paymentWorld();
const order = chargeOrder({ organizationId, taskToken: 'token-1' });
const { orderId, customerId, totalAmount: amount } = order;
const paymentId = '0193a000-0000-7000-8000-0000000000cc';

const reportCompleted = () => {
  const reference = { organizationId, orderId, attempt: 1 };
  const about = { eventId: 'evt_1', chargeId: 'ch_1', transactionId: 'txn_1' };
  const rawBody = JSON.stringify({ ...about, type: 'charge.completed', amount, reference });
  return send(rest, 'POST /payments/webhook', { rawBody, headers: signed(rawBody) });
};
const deliverCompleted = () => {
  const about = { paymentId, orderId, customerId, attempt: 1, amount, transactionId: 'txn_1' };
  return deliver(handler, 'payment.completed', anEvent('payment.completed', paymentId, about));
};

describe('onPaymentCompleted', () => {
  it('answers the saga that the hint did not reach', async () => {
    await callTask(chargePayment, order);
    saga.receive = () => Promise.reject(new Error('the hint is lost'));
    await reportCompleted();
    saga.receive = () => undefined;
    await deliverCompleted();
    expect(saga.answers).toMatchObject([{ taskToken: 'token-1', output: { outcome: 'completed' } }]);
  });

  it('is done when the hint has answered it', async () => {
    await callTask(chargePayment, order);
    await reportCompleted();
    saga.receive = tokenGone;
    await deliverCompleted();
    expect(saga.answers).toHaveLength(1);
  });

  it('has nothing to say of a payment that is under way, or of none', async () => {
    await deliverCompleted();
    await callTask(chargePayment, order);
    await deliverCompleted();
    expect(saga.answers).toEqual([]);
    expect(await payments.find(organizationId, orderId)).toMatchObject({ status: 'initiated' });
  });
});

import { describe, expect, it } from 'vitest';
import { anEvent, deliver } from '../../../../tests/kit/invoke.ts';
import { asBuyer, customer, notified, ofPayment } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';

const { emails } = notified(asBuyer(customer));
const failed = (retryable: boolean) =>
  anEvent('payment.failed', ofPayment.paymentId, { ...ofPayment, reason: 'card-expired', retryable });

describe('onPaymentFailed', () => {
  it.each([
    [true, 'You do not have to do anything'],
    [false, 'please order again with another card'],
  ])('e-mails the customer what to do (retryable: %s)', async (retryable, advice) => {
    await deliver(handler, 'payment.failed', failed(retryable));
    expect(emails()).toMatchObject([{ to: customer.email, subject: 'We could not charge €27.50' }]);
    expect(emails()[0]?.text).toContain('(card-expired)');
    expect(emails()[0]?.text).toContain(advice);
  });
});

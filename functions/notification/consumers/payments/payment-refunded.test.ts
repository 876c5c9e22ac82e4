import { describe, expect, it } from 'vitest';
import { anEvent, deliver } from '../../../../tests/kit/invoke.ts';
import { asBuyer, customer, notified, ofPayment } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';

const { emails } = notified(asBuyer(customer));

describe('onPaymentRefunded', () => {
  it('e-mails the customer', async () => {
    await deliver(handler, 'payment.refunded', anEvent('payment.refunded', ofPayment.paymentId, ofPayment));
    expect(emails()).toMatchObject([{ to: customer.email, subject: 'We refunded €27.50' }]);
  });
});

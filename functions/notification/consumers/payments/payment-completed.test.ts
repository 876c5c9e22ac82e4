import { describe, expect, it } from 'vitest';
import { anEvent, deliver } from '../../../../tests/kit/invoke.ts';
import { asBuyer, customer, notified, ofPayment } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';

const { emails } = notified(asBuyer(customer));
const completed = anEvent('payment.completed', ofPayment.paymentId, { ...ofPayment, transactionId: 'tx-1' });

describe('onPaymentCompleted', () => {
  it('e-mails the customer the amount and the transaction', async () => {
    await deliver(handler, 'payment.completed', completed);
    expect(emails()).toMatchObject([{ to: customer.email, subject: 'We received your payment of €27.50' }]);
    expect(emails()[0]?.text).toContain('transaction tx-1');
  });
});

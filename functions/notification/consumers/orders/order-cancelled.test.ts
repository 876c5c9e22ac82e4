import { describe, expect, it } from 'vitest';
import { anEvent, at, deliver } from '../../../../tests/kit/invoke.ts';
import { asBuyer, customer, notified, ofCustomer } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';

const { emails } = notified(asBuyer(customer));
const cancelled = (reason: string) => anEvent('order.cancelled', ofCustomer.orderId, { ...ofCustomer, reason, cancelledAt: at });

describe('onOrderCancelled', () => {
  it('e-mails the customer why', async () => {
    await deliver(handler, 'order.cancelled', cancelled('out-of-stock'));
    expect(emails()).toMatchObject([{ to: customer.email, subject: 'Your order is cancelled' }]);
    expect(emails()[0]?.text).toContain('€27.50 is cancelled (out of stock)');
  });

  it('cuts a long reason between characters', async () => {
    await deliver(handler, 'order.cancelled', cancelled(`a${'🧀'.repeat(400)}`));
    expect(emails()[0]?.text).toContain(`(a${'🧀'.repeat(199)})`);
  });
});

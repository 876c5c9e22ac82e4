import { describe, expect, it } from 'vitest';
import { anEvent, at, deliver } from '../../../tests/kit/invoke.ts';
import { asBuyer, customer, notified, ofCustomer, ofPayment } from '../../../tests/kit/notified.ts';
import { handler } from '../consumer.ts';

const { table, emails } = notified(asBuyer(customer));
const line = {
  productId: '0193a000-0000-7000-8000-000000000001',
  localId: '0193a000-0000-7000-8000-0000000000ff',
  name: 'Goat cheese',
  quantity: 2,
  unitPrice: { amountMinor: 1375, currency: 'EUR' },
};
const confirmed = anEvent('order.confirmed', ofCustomer.orderId, {
  ...ofCustomer,
  paymentId: ofPayment.paymentId,
  lines: [line],
  confirmedAt: at,
});

describe('onOrderConfirmed', () => {
  it('e-mails the customer', async () => {
    await deliver(handler, 'order.confirmed', confirmed);
    expect(emails()).toMatchObject([{ to: customer.email, subject: 'Your order is confirmed' }]);
    expect(emails()[0]?.text).toContain('€27.50 is paid');
    expect(table.markers()).toHaveLength(1);
  });
});

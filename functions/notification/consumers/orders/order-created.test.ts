import { describe, expect, it } from 'vitest';
import { anEvent, at, deliver, trace } from '../../../../tests/kit/invoke.ts';
import { asBuyer, customer, notified, ofCustomer } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';

const { table, emails } = notified(asBuyer(customer));
const placed = (name: string) =>
  anEvent('order.created', ofCustomer.orderId, {
    ...ofCustomer,
    items: [
      {
        productId: '0193a000-0000-7000-8000-000000000001',
        localId: '0193a000-0000-7000-8000-0000000000ff',
        name,
        quantity: 2,
        unitPrice: { amountMinor: 1375, currency: 'EUR' },
      },
    ],
    paymentMethod: { token: 'tok_ok' },
    placedAt: at,
    deadline: at,
  });

describe('onOrderCreated', () => {
  it('e-mails the customer what they ordered, with the reference of the request', async () => {
    await deliver(handler, 'order.created', placed('Goat cheese'));
    const [email] = emails();
    expect(email).toMatchObject({ to: customer.email, subject: 'We received your order of €27.50' });
    expect(email?.text).toContain('2 × Goat cheese, €13.75 each');
    expect(email?.text).toContain(`Reference ${trace.correlationId}.`);
  });

  it('publishes that the e-mail was sent', async () => {
    await deliver(handler, 'order.created', placed('Goat cheese'));
    const { orderId } = ofCustomer;
    expect(table.published()).toMatchObject([
      {
        type: 'notification.sent',
        eventData: { recipient: customer.email, recipientId: customer.userId, type: 'email', status: 'sent', aboutId: orderId },
      },
    ]);
  });

  it('sends an e-mail about a product whose name is of 151 characters and 301 code units', async () => {
    const name = `a${'🧀'.repeat(150)}`;
    await deliver(handler, 'order.created', placed(name));
    expect(emails()[0]?.text).toContain(`2 × ${name},`);
  });
});

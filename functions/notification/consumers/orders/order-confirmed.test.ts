import { describe, expect, it } from 'vitest';
import { anEvent, at, deliver } from '../../../../tests/kit/invoke.ts';
import { asBuyer, customer, notified, ofCustomer, ofPayment, phone } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';

const preferences = { language: 'es', channels: ['email', 'sms'] } as const;
const { emails, texts, register } = notified();
const line = {
  productId: '0193a000-0000-7000-8000-000000000001',
  localId: '0193a000-0000-7000-8000-0000000000ff',
  name: 'Queso de cabra',
  quantity: 2,
  unitPrice: { amountMinor: 1375, currency: 'EUR' },
};
const collected = {
  ...ofCustomer,
  paymentId: ofPayment.paymentId,
  lines: [line],
  confirmedAt: at,
};
const shipTo = { recipient: 'Nerea', street: 'Calle Maestra 12', city: 'Jaén', postalCode: '23001', country: 'ES' };
const confirm = (data: typeof collected & { shipTo?: typeof shipTo }) =>
  deliver(handler, 'order.confirmed', anEvent('order.confirmed', ofCustomer.orderId, data));

describe('onOrderConfirmed', () => {
  it('e-mails the customer', async () => {
    register(asBuyer(customer));
    await confirm({ ...collected, shipTo });
    expect(emails()).toMatchObject([{ to: customer.email, subject: 'Your order is confirmed' }]);
    expect(emails()[0]?.text).toContain('€27.50 is paid');
    expect(emails()[0]?.text).toContain('when it leaves the shop');
  });

  it('writes to a Spanish customer in Spanish, by SMS too', async () => {
    register(asBuyer(customer, { preferences, phone }));
    await confirm({ ...collected, shipTo });
    expect(emails()).toMatchObject([{ subject: 'Tu pedido está confirmado' }]);
    expect(emails()[0]?.text).toMatch(/^Hola, Nerea:\n\nLos productos están reservados y se han pagado 27,50\u00a0€\./);
    expect(texts()).toEqual([
      {
        to: phone,
        text: `Pedido confirmado: 2 × Queso de cabra, 27,50 €. https://shop.dev.lonja.example/orders/${ofCustomer.orderId}`,
      },
    ]);
  });

  it('tells a customer without an address to collect the order', async () => {
    register(asBuyer(customer));
    await confirm(collected);
    expect(emails()[0]?.text).toContain('You can collect it at the shops');
    expect(emails()[0]?.text).not.toMatch(/leaves the shop|carrier|tracking|address/i);
  });
});

import { describe, expect, it } from 'vitest';
import { anEvent, at, deliver } from '../../../../tests/kit/invoke.ts';
import { asBuyer, customer, notified, ofCustomer, phone } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';

const { emails, texts, register } = notified();
const deliverOrder = (method: 'delivery' | 'collection') =>
  deliver(handler, 'order.delivered', anEvent('order.delivered', ofCustomer.orderId, { ...ofCustomer, method, deliveredAt: at }));
const asReader = (language: 'es' | 'en') =>
  register(asBuyer(customer, { phone, preferences: { language, channels: ['email', 'sms'] } }));

describe('onOrderDelivered', () => {
  it.each([
    ['es', 'delivery', 'Tu pedido ha llegado', '22 de noviembre de 2026'],
    ['es', 'collection', 'Has recogido tu pedido', '22 de noviembre de 2026'],
    ['en', 'delivery', 'Your order has arrived', '22 November 2026'],
    ['en', 'collection', 'You collected your order', '22 November 2026'],
  ] as const)('says in %s, after a %s: %s', async (language, method, subject, day) => {
    asReader(language);
    await deliverOrder(method);
    expect(emails()).toMatchObject([{ subject }]);
    expect(emails()[0]?.text).toContain(`${subject} (${day})`);
    expect(texts()[0]?.text).toMatch(new RegExp(`^${subject}\\. https://`));
  });
});

import { describe, expect, it } from 'vitest';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { customer, notified, phone } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';
import { recipients } from '../../store/recipient-table.ts';

const { userId: customerId, email, name } = customer;
const { emails } = notified();
const data = {
  customerId,
  email,
  name,
  phone,
  preferences: { language: 'es' as const, channels: ['email' as const, 'sms' as const] },
  registeredAt: at,
};
const registered = anEvent('customer.registered', customerId, data);

describe('onCustomerRegistered', () => {
  it('keeps how the customer is reached, and welcomes them in their language', async () => {
    await deliver(handler, 'customer.registered', registered);
    expect(await recipients.find(organizationId, customerId)).toMatchObject({
      customer: { email, name, phone, preferences: data.preferences, version: 1 },
    });
    expect(emails()).toMatchObject([{ to: email, subject: 'Te damos la bienvenida al mercado' }]);
  });

  it('welcomes them once, however often it comes', async () => {
    await deliver(handler, 'customer.registered', registered);
    await deliver(handler, 'customer.registered', registered);
    expect(emails()).toHaveLength(1);
  });
});

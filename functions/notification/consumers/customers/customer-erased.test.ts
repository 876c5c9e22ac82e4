import { afterEach, describe, expect, it, vi } from 'vitest';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { asBuyer, customer, notified, ofCustomer, phone, setClock } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';
import { registerDeviceWrites } from '../../store/device-table.ts';

const { userId: customerId, email, name } = customer;
const quietHours = { start: '22:00', end: '07:00', timeZone: 'Europe/Madrid' };
const preferences = { language: 'es' as const, channels: ['email' as const, 'sms' as const, 'push' as const], quietHours };
const { table, emails, texts } = notified(asBuyer(customer, { phone, preferences }));
const erase = () => deliver(handler, 'customer.erased', anEvent('customer.erased', customerId, { customerId, erasedAt: at }, 9));
const cancel = () =>
  deliver(
    handler,
    'order.cancelled',
    anEvent('order.cancelled', ofCustomer.orderId, { ...ofCustomer, reason: 'out-of-stock', cancelledAt: at }),
  );

afterEach(() => void vi.useRealTimers());

describe('onCustomerErased', () => {
  it('deletes every trace of the person but that they were erased, held messages and devices too', async () => {
    setClock('2026-11-22T23:00:00.000Z');
    const subscription = { endpoint: 'http://127.0.0.1/push/1', keys: { p256dh: 'key', auth: 'secret' } };
    table.put(...(await registerDeviceWrites(organizationId, customerId, { deviceId: 'device-1', ...subscription }, at)));
    for (let n = 0; n < 50; n++) await cancel();
    expect(table.items().filter(({ pk }) => String(pk).startsWith('DUE#'))).toHaveLength(100);
    await erase();
    // Events in the outbox are encrypted under the person's key.
    const left = table.items().filter(({ pk }) => !/^(OUTBOX|HANDLED)#/.test(String(pk)));
    expect(left).toMatchObject([{ userId: customerId, erased: true }]);
    for (const secret of [email, name, phone, subscription.endpoint]) expect(JSON.stringify(left)).not.toContain(secret);
  });

  it('sends nothing afterwards, and does not fail', async () => {
    await erase();
    await cancel();
    expect([...emails(), ...texts()]).toEqual([]);
  });

  it('lets nothing come back that arrives late', async () => {
    await erase();
    const late = { customerId, email, name, phone, preferences, registeredAt: at };
    await deliver(handler, 'customer.registered', anEvent('customer.registered', customerId, late, 10));
    const account = { userId: customerId, email, name, roles: ['buyer' as const], registeredAt: at };
    await deliver(handler, 'auth.user.registered', anEvent('auth.user.registered', customerId, account, 10));
    expect(JSON.stringify(table.items())).not.toContain(email);
    expect(emails()).toEqual([]);
  });
});

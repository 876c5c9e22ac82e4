import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runConsumer } from '../../../tests/kit/event-batch.ts';
import { anEvent, at, organizationId } from '../../../tests/kit/invoke.ts';
import {
  anotherShop,
  asAccount,
  asBuyer,
  asProducer,
  customer,
  notified,
  ofCustomer,
  phone,
  producer,
  setClock,
  shop,
} from '../../../tests/kit/notified.ts';
import { type PushDevice, startPushDevice } from '../../../tests/kit/push-device.ts';
import { AwsRefusal } from '../../../tests/kit/stub-aws.ts';
import { newId } from '../../shared/ids.ts';
import { onInventoryLowStock } from '../consumers/inventory-low-stock.ts';
import { onOrderCancelled } from '../consumers/orders/order-cancelled.ts';
import { leaseMs } from '../model/notification.ts';
import { afterFeedback, noMailboxes } from '../model/recipients/mailbox.ts';
import { findDevices, registerDeviceWrites } from './device-table.ts';
import { mailboxes } from './mailbox-table.ts';
import { findNotification } from './notification-table.ts';

const { table, emails, texts, letSesRefuse, register } = notified();
const cancelled = anEvent('order.cancelled', ofCustomer.orderId, { ...ofCustomer, reason: 'out-of-stock', cancelledAt: at });
const productId = '0193a000-0000-7000-8000-000000000001';
const low = anEvent('inventory.low_stock', productId, {
  productId,
  localId: shop,
  currentStock: 0,
  threshold: 5,
  urgencyLevel: 'critical',
});
const { userId } = customer;
const { eventId } = cancelled;
const notify = () => runConsumer(onOrderCancelled, cancelled);
const stored = (channel: 'email' | 'sms') => findNotification(organizationId, { userId, eventId, channel });
const everyChannel = { language: 'en' as const, channels: ['email' as const, 'sms' as const, 'push' as const] };
const night = { start: '22:00', end: '07:00', timeZone: 'Europe/Madrid' };

const refuseWith =
  (code: string, status = 400) =>
  () => {
    throw new AwsRefusal(code, status);
  };
const outOfOrder = refuseWith('InternalServiceErrorException', 500);

let device: PushDevice;
beforeAll(async () => {
  device = await startPushDevice();
});
afterAll(() => device.stop());
afterEach(() => {
  vi.useRealTimers();
  device.received.length = 0;
  device.answer(201);
});
const withDevice = async () => {
  const { deviceId, subscription } = device;
  table.put(...(await registerDeviceWrites(organizationId, userId, { deviceId, ...subscription }, at)));
};

describe('notifyCustomer', () => {
  it('sends one e-mail for an event, however often it is delivered', async () => {
    register(asBuyer(customer));
    await notify();
    await notify();
    expect(emails()).toHaveLength(1);
    expect(await stored('email')).toMatchObject({ status: 'sent', subject: 'Your order is cancelled', cause: 'order.cancelled' });
  });

  it('sends one message on each channel that the customer agreed to, and to each device', async () => {
    register(asBuyer(customer, { phone, preferences: everyChannel }));
    await withDevice();
    await notify();
    await notify();
    expect([emails().length, texts().length, device.received.length]).toEqual([1, 1, 1]);
    expect(device.received[0]?.message).toMatchObject({
      title: 'Your order is cancelled',
      url: `https://shop.dev.lonja.example/orders/${ofCustomer.orderId}`,
    });
    const told = table.published().map(({ eventData }) => Object(eventData));
    expect(told.map(({ type, recipient, recipientId }) => [type, recipient, recipientId]).toSorted()).toEqual([
      ['email', customer.email, userId],
      ['push', device.deviceId, userId],
      ['sms', phone, userId],
    ]);
  });

  it('sends nothing on a channel that the customer did not agree to', async () => {
    register(asBuyer(customer, { phone, preferences: { language: 'en', channels: ['sms'] } }));
    await withDevice();
    await notify();
    expect([emails().length, texts().length, device.received.length]).toEqual([0, 1, 0]);
  });

  it('sends one e-mail when several deliveries come at once', async () => {
    register(asBuyer(customer));
    await Promise.allSettled([notify(), notify(), notify(), notify()]);
    expect(emails()).toHaveLength(1);
    expect(await stored('email')).toMatchObject({ status: 'sent' });
  });

  it('records what a service refuses for good', async () => {
    register(asBuyer(customer));
    letSesRefuse(refuseWith('BadRequestException'));
    await notify();
    expect(await stored('email')).toMatchObject({ status: 'failed' });
    expect(table.published()).toMatchObject([{ type: 'notification.sent', eventData: { status: 'failed' } }]);
  });

  it('sends again after the lease of a sender that got no clear answer, and not before', async () => {
    register(asBuyer(customer));
    letSesRefuse(outOfOrder);
    await expect(notify()).rejects.toMatchObject({ name: 'ChannelFaultError' });
    letSesRefuse(() => undefined);
    await expect(notify()).rejects.toMatchObject({ name: 'BeingSentError' });
    setClock(Date.now() + leaseMs + 1);
    await notify();
    expect(await stored('email')).toMatchObject({ status: 'sent' });
    expect(table.published()).toHaveLength(1);
  });

  it('records the end when the table is contended, without sending again', async () => {
    register(asBuyer(customer));
    const claim = () => undefined;
    const end = () => table.failNext('contended', 'throttled');
    table.beforeNextTransaction(claim);
    table.beforeNextTransaction(end);
    await notify();
    expect(emails()).toHaveLength(1);
    expect(await stored('email')).toMatchObject({ status: 'sent' });
  });

  it('stops sending to a device that its push service knows no longer', async () => {
    register(asBuyer(customer, { preferences: everyChannel }));
    await withDevice();
    device.answer(410);
    await notify();
    expect(await findDevices(organizationId, userId)).toEqual([]);
    expect(table.published()).toMatchObject([
      { eventData: { type: 'email' } },
      { eventData: { type: 'push', status: 'failed' } },
    ]);
  });

  it('sends nothing to an address that bounced for good, and goes on with the other channels', async () => {
    register(asBuyer(customer, { phone, preferences: everyChannel }));
    const bounce = { address: customer.email, kind: 'permanent', messageId: 'm', at } as const;
    const stopped = afterFeedback(noMailboxes(userId), bounce);
    if (stopped === undefined) throw new Error('the bounce is new');
    table.put(mailboxes.put(organizationId, stopped));
    await notify();
    expect([emails().length, texts().length]).toEqual([0, 1]);
  });

  it('writes to a new address, whatever came back from the old one', async () => {
    register(asBuyer(customer, { email: 'new@example.org' }));
    const stopped = afterFeedback(noMailboxes(userId), { address: customer.email, kind: 'complaint', messageId: 'm', at });
    if (stopped === undefined) throw new Error('the complaint is new');
    table.put(mailboxes.put(organizationId, stopped));
    await notify();
    expect(emails()).toMatchObject([{ to: 'new@example.org' }]);
  });

  it('sends e-mails in quiet hours, and holds SMS and push messages', async () => {
    setClock('2026-11-22T23:30:00.000Z');
    register(asBuyer(customer, { phone, preferences: { ...everyChannel, quietHours: night } }));
    await withDevice();
    await notify();
    await notify();
    expect([emails().length, texts().length, device.received.length]).toEqual([1, 0, 0]);
    expect(await stored('sms')).toMatchObject({ status: 'held', held: { dueAt: '2026-11-23T06:00:00.000Z' } });
  });

  it('writes literally what a customer is called, and escapes it in HTML only', async () => {
    register(asBuyer({ ...customer, name: 'Ana & "Bé" <b>\r\nBcc: all@example.org' }));
    await notify();
    const [email] = emails();
    expect(email?.text).toMatch(/^Hello Ana & "Bé" <b> Bcc: all@example\.org,\n/);
    expect(email?.html).toContain('Hello Ana &amp; &quot;Bé&quot; &lt;b&gt; Bcc: all@example.org,');
  });
});

describe('a customer who is not known yet', () => {
  const soon = { ...cancelled, eventId: newId(new Date().toISOString()) };
  const old = { ...cancelled, eventId: newId('2026-01-01T00:00:00.000Z') };

  it('is written to when the event comes back', async () => {
    await expect(runConsumer(onOrderCancelled, soon)).rejects.toMatchObject({ name: 'RecipientUnknownError' });
    register(asBuyer(customer, { phone, preferences: everyChannel }));
    await runConsumer(onOrderCancelled, soon);
    expect([emails().length, texts().length]).toEqual([1, 1]);
  });

  it('is waited for while only the account is known, since it does not say how they want to be written to', async () => {
    register(asAccount(customer));
    await expect(runConsumer(onOrderCancelled, soon)).rejects.toMatchObject({ name: 'RecipientUnknownError' });
    expect(emails()).toEqual([]);
  });

  it('is written to at the address of the account when the registration has not come for a quarter of an hour', async () => {
    register(asAccount(customer));
    await runConsumer(onOrderCancelled, old);
    expect(emails()).toMatchObject([{ to: customer.email }]);
  });

  it('may be staff, who need not be customers', async () => {
    register(asProducer({ ...producer, userId }));
    await runConsumer(onOrderCancelled, soon);
    expect(emails()).toMatchObject([{ to: producer.email }]);
  });
});

describe('notifyStaff', () => {
  const notifyAll = () => runConsumer(onInventoryLowStock, low);

  it('comes back while no staff of the shop are known', async () => {
    register(asBuyer(customer), asProducer(producer, anotherShop));
    await expect(notifyAll()).rejects.toMatchObject({ name: 'RecipientUnknownError' });
  });

  it('sends to the first 20 members of staff', async () => {
    for (let n = 10; n < 35; n++)
      register(asProducer({ ...producer, userId: `0193a000-0000-7000-8000-0000000000${n}`, email: `${n}@example.org` }));
    await notifyAll();
    expect(emails()).toHaveLength(20);
  });
});

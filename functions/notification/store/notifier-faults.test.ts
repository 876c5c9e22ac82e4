import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { runConsumer } from '../../../tests/kit/event-batch.ts';
import { anEvent, at, organizationId } from '../../../tests/kit/invoke.ts';
import { asBuyer, asProducer, customer, notified, ofCustomer, phone, producer, shop } from '../../../tests/kit/notified.ts';
import { AwsRefusal } from '../../../tests/kit/stub-aws.ts';
import { onInventoryLowStock } from '../consumers/inventory-low-stock.ts';
import { onOrderCancelled } from '../consumers/orders/order-cancelled.ts';
import { findNotification } from './notification-table.ts';

// The clients space their requests after a throttling, by the clock: so these tests are in a file without a clock of its own.
const { table, emails, texts, letSesRefuse, letSnsRefuse, register } = notified();
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
const refuseWith =
  (code: string, status = 400) =>
  () => {
    throw new AwsRefusal(code, status);
  };

describe('notifyCustomer', () => {
  it.each([
    ['an unverified sender', 'MessageRejected', 400],
    ['a throttled SES', 'TooManyRequestsException', 429],
    ['a used-up quota', 'LimitExceededException', 400],
  ])('takes %s as a fault, and sends at once when the event comes again', async (_, code, status) => {
    register(asBuyer(customer));
    letSesRefuse(refuseWith(code, status));
    await expect(notify()).rejects.toMatchObject({ name: 'ChannelFaultError' });
    expect(table.published()).toEqual([]);
    letSesRefuse(() => undefined);
    await notify();
    expect(await stored('email')).toMatchObject({ status: 'sent' });
  });

  it('sends the other messages when one fails, and only that one later', async () => {
    register(asBuyer(customer, { phone, preferences: { language: 'en', channels: ['email', 'sms'] } }));
    letSnsRefuse(refuseWith('Throttled', 429));
    await expect(notify()).rejects.toMatchObject({ name: 'ChannelFaultError' });
    letSnsRefuse(() => undefined);
    await notify();
    expect([emails().length, texts().length]).toEqual([1, 2]);
    expect(await stored('sms')).toMatchObject({ status: 'sent' });
  });
});

describe('notifyStaff', () => {
  const notifyAll = () => runConsumer(onInventoryLowStock, low);

  it('sends the others when one e-mail fails, and only that one later', async () => {
    const second = { ...producer, userId: randomUUID(), email: 'second@example.org' };
    register(asProducer(producer), asProducer(second));
    letSesRefuse(({ to }) => {
      if (to === second.email) refuseWith('TooManyRequestsException', 429)();
    });
    await expect(notifyAll()).rejects.toMatchObject({ name: 'ChannelFaultError' });
    expect(emails().filter(({ to }) => to === producer.email)).toHaveLength(1);
    letSesRefuse(() => undefined);
    await notifyAll();
    expect(emails().filter(({ to }) => to === producer.email)).toHaveLength(1);
    const recipients = table.published().map(({ eventData }) => Object(eventData).recipient);
    expect(recipients.sort()).toEqual([producer.email, second.email]);
  });
});

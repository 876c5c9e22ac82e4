import { afterEach, describe, expect, it, vi } from 'vitest';
import { runConsumer } from '../../../tests/kit/event-batch.ts';
import { anEvent, at, organizationId } from '../../../tests/kit/invoke.ts';
import { anotherShop, asBuyer, asProducer, customer, notified, ofCustomer, producer, shop } from '../../../tests/kit/notified.ts';
import { AwsRefusal } from '../../../tests/kit/stub-aws.ts';
import { onInventoryLowStock } from '../consumers/inventory-low-stock.ts';
import { onOrderCancelled } from '../consumers/order-cancelled.ts';
import { leaseMs } from '../model/notification.ts';
import { findNotification } from './notification-table.ts';

const { table, emails, letSesRefuse, register } = notified();
const cancelled = anEvent('order.cancelled', ofCustomer.orderId, { ...ofCustomer, reason: 'out-of-stock', cancelledAt: at });
const productId = '0193a000-0000-7000-8000-000000000001';
const low = anEvent('inventory.low_stock', productId, {
  productId,
  localId: shop,
  currentStock: 0,
  threshold: 5,
  urgencyLevel: 'critical',
});
const notify = () => runConsumer(onOrderCancelled, cancelled);
const stored = () => findNotification(organizationId, { userId: customer.userId, eventId: cancelled.eventId });
const advance = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });

const outOfOrder = () => {
  throw new AwsRefusal('InternalServiceErrorException', 500);
};

afterEach(() => {
  vi.useRealTimers();
});

describe('notifyCustomer', () => {
  it('sends one e-mail for an event, however often it is delivered', async () => {
    register(asBuyer(customer));
    await notify();
    await notify();
    expect(emails()).toHaveLength(1);
    expect(await stored()).toMatchObject({ status: 'sent', recipient: customer.email, subject: 'Your order is cancelled' });
  });

  it('sends one e-mail when two deliveries come at once, and lets the other come back', async () => {
    register(asBuyer(customer));
    const ends = await Promise.allSettled([notify(), notify()]);
    expect(emails()).toHaveLength(1);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('records what SES refuses for good', async () => {
    register(asBuyer(customer));
    letSesRefuse(() => {
      throw new AwsRefusal('MessageRejected');
    });
    await notify();
    expect(await stored()).toMatchObject({ status: 'failed' });
    expect(table.published()).toMatchObject([{ type: 'notification.sent', eventData: { status: 'failed' } }]);
    expect(table.markers()).toHaveLength(1);
  });

  it('sends again after the lease of a sender that failed, and not before', async () => {
    register(asBuyer(customer));
    letSesRefuse(outOfOrder);
    await expect(notify()).rejects.toMatchObject({ name: 'EmailFaultError' });
    letSesRefuse(() => undefined);
    await expect(notify()).rejects.toMatchObject({ name: 'BeingSentError' });
    expect(table.markers()).toEqual([]);
    advance(leaseMs + 1);
    await notify();
    expect(await stored()).toMatchObject({ status: 'sent' });
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
    expect(await stored()).toMatchObject({ status: 'sent' });
    expect(table.markers()).toHaveLength(1);
  });

  it('comes back while the customer’s registration has not arrived', async () => {
    await expect(notify()).rejects.toMatchObject({ name: 'RecipientUnknownError' });
    expect(emails()).toEqual([]);
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

  it('sends the others when one e-mail fails, and only that one later', async () => {
    const second = { ...producer, userId: customer.userId, email: 'second@example.org' };
    register(asProducer(producer), asProducer(second));
    letSesRefuse(({ to }) => to === second.email && outOfOrder());
    await expect(notifyAll()).rejects.toMatchObject({ name: 'EmailFaultError' });
    expect(emails().filter(({ to }) => to === producer.email)).toHaveLength(1);
    letSesRefuse(() => undefined);
    advance(leaseMs + 1);
    await notifyAll();
    expect(emails().filter(({ to }) => to === producer.email)).toHaveLength(1);
    expect(
      table
        .published()
        .map(({ eventData }) => Object(eventData).recipient)
        .sort(),
    ).toEqual([producer.email, second.email]);
  });
});

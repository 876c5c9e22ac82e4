import { describe, expect, it } from 'vitest';
import { ask, asNeighbour, asStaff } from '../../../tests/kit/customer-requests.ts';
import { nerea } from '../../../tests/kit/customers.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { handler as consumer } from '../consumer.ts';

const table = emptyTable('customer');
const { customerId, email, name } = nerea;
const route = 'DELETE /customers/{customerId}';
const get = () => ask('GET /customers/{customerId}', { caller: asStaff });
const orderId = '0193a000-0000-7000-8000-0000000000e1';
const facts = { orderId, customerId, totalAmount: { amountMinor: 1250, currency: 'EUR' } };
const heard = {
  created: () =>
    deliver(
      consumer,
      'order.created',
      anEvent('order.created', orderId, {
        ...facts,
        items: [{ productId: orderId, localId: orderId, name: 'Cheese', quantity: 1, unitPrice: facts.totalAmount }],
        paymentMethod: { token: 'tok_ok' },
        placedAt: at,
        deadline: at,
      }),
    ),
  cancelled: () =>
    deliver(consumer, 'order.cancelled', anEvent('order.cancelled', orderId, { ...facts, reason: 'late', cancelledAt: at })),
  delivered: () =>
    deliver(consumer, 'order.delivered', anEvent('order.delivered', orderId, { ...facts, method: 'delivery', deliveredAt: at })),
};
const register = () =>
  deliver(
    consumer,
    'auth.user.registered',
    anEvent('auth.user.registered', customerId, { userId: customerId, email, name, roles: ['buyer'], registeredAt: at }),
  );
const personalItems = () =>
  table
    .items()
    .filter((item) => !String(item.pk).startsWith('OUTBOX#') && /nerea|ibarra|600111222|maestra/i.test(JSON.stringify(item)));

describe('eraseCustomer', () => {
  it('deletes everything personal, keeps what the orders came to, and says so', async () => {
    await register();
    const { address } = {
      address: { recipient: 'Nerea Ibarra', street: 'Calle Maestra 12', postalCode: '23001', city: 'Jaén', country: 'ES' },
    };
    await ask('POST /customers/{customerId}/addresses', { body: { address } });
    await heard.created();
    await heard.delivered();
    expect(personalItems()).not.toEqual([]);
    expect(await ask(route)).toMatchObject({ status: 204 });
    expect(personalItems()).toEqual([]);
    expect(table.published().at(-1)).toMatchObject({
      type: 'customer.erased',
      eventData: { customerId },
      metadata: { aggregateVersion: 3 },
    });
    expect(table.items().find(({ sk }) => sk === 'STATISTICS')).toMatchObject({ ordersDelivered: 1, spentEUR: 1250 });
    expect(await get()).toMatchObject({ status: 404 });
  });

  it('is 204 again, and publishes nothing more', async () => {
    await register();
    await ask(route);
    const before = table.published().length;
    expect(await ask(route)).toMatchObject({ status: 204 });
    expect(await ask(route, { caller: asStaff })).toMatchObject({ status: 204 });
    expect(table.published()).toHaveLength(before);
  });

  it('is 409 while an order is under way, and names it', async () => {
    await register();
    await heard.created();
    expect(await ask(route)).toMatchObject({
      status: 409,
      body: { type: 'https://lonja.dev/problems/orders-under-way', errors: [{ path: `/orders/${orderId}` }] },
    });
    expect(await get()).toMatchObject({ status: 200 });
    await heard.cancelled();
    expect(await ask(route)).toMatchObject({ status: 204 });
  });

  it('notices an order that is counted at the same time', async () => {
    await register();
    table.beforeNextTransaction(() => heard.created());
    expect(await ask(route)).toMatchObject({ status: 409 });
  });

  it('is not undone by events that come later', async () => {
    await register();
    await ask(route);
    await register();
    await deliver(
      consumer,
      'auth.user.profile.updated',
      anEvent(
        'auth.user.profile.updated',
        customerId,
        { userId: customerId, changes: ['name'], email, name: 'Nerea Sanz', updatedAt: at },
        2,
      ),
    );
    await heard.created();
    expect(personalItems()).toEqual([]);
    expect(await get()).toMatchObject({ status: 404 });
  });

  it('is 404 for other customers, and for an id that is unknown', async () => {
    await register();
    expect(await ask(route, { caller: asNeighbour })).toMatchObject({ status: 404 });
    const params = { customerId: '0193a000-0000-7000-8000-0000000000dd' };
    expect(await ask(route, { caller: asStaff, params })).toMatchObject({ status: 404 });
    expect(table.items().find(({ sk }) => sk === 'CUSTOMER')).toMatchObject({ organizationId, status: 'active' });
  });
});

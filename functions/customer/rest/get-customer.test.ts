import { describe, expect, it } from 'vitest';
import { asAdmin, ask, asNeighbour, asStaff } from '../../../tests/kit/customer-requests.ts';
import { nerea } from '../../../tests/kit/customers.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, anotherOrganizationId, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller } from '../../../tests/kit/rest-request.ts';
import { newId } from '../../shared/ids.ts';
import { handler as consumer } from '../consumer.ts';
import { customers } from '../store/customer-table.ts';

const table = emptyTable('customer');
const route = 'GET /customers/{customerId}';
const { version: _, ...profile } = nerea;
const nothing = { ordersPlaced: 0, ordersDelivered: 0, ordersCancelled: 0, loyaltyPoints: 0, amountsSpent: [] };

describe('getCustomer', () => {
  it('shows the customer to themselves and to staff', async () => {
    table.put(customers.put(organizationId, nerea));
    const shown = { ...profile, isEmailVerified: false, statistics: nothing };
    expect(await ask(route)).toMatchObject({ status: 200, headers: { ETag: '"1"' } });
    expect((await ask(route)).body).toEqual(shown);
    expect((await ask(route, { caller: asAdmin })).body).toEqual(shown);
  });

  it('shows the staff of a shop no statistics, since these count the orders of all shops', async () => {
    table.put(customers.put(organizationId, nerea));
    expect((await ask(route, { caller: asStaff })).body).toEqual({ ...profile, isEmailVerified: false });
  });

  it('is 404 for another customer, for another organization, and for an id that is unknown', async () => {
    table.put(customers.put(anotherOrganizationId, nerea));
    expect(await ask(route, { caller: asStaff })).toMatchObject({ status: 404 });
    table.put(customers.put(organizationId, nerea));
    expect(await ask(route, { caller: asNeighbour })).toMatchObject({ status: 404 });
  });

  it('is "not yet" for a user who registered a moment ago', async () => {
    const receivedAt = '2026-11-23T10:00:00.000Z';
    const userId = newId(receivedAt);
    const caller = newCaller({ organizationId, userId, permissions: [] });
    const asked = { caller, params: { customerId: userId } };
    expect(await ask(route, { ...asked, receivedAt })).toMatchObject({ status: 503, headers: { 'Retry-After': '1' } });
    expect(await ask(route, { ...asked, receivedAt: '2026-11-23T10:30:00.000Z' })).toMatchObject({ status: 404 });
  });

  it('shows what the orders come to, and the last of them', async () => {
    table.put(customers.put(organizationId, nerea));
    const order = (n: number, amountMinor: number, currency: string) => ({
      orderId: `0193a000-0000-7000-8000-0000000000e${n}`,
      customerId: nerea.customerId,
      totalAmount: { amountMinor, currency },
    });
    const cheese = order(1, 1250, 'EUR');
    const tea = order(2, 900, 'JPY');
    const deliveredAt = nerea.registeredAt;
    for (const one of [cheese, tea]) {
      const delivered = anEvent('order.delivered', one.orderId, { ...one, method: 'delivery', deliveredAt });
      await deliver(consumer, 'order.delivered', delivered);
    }
    const placed = { ...cheese, items: [line], paymentMethod: { token: 'tok_ok' }, placedAt: deliveredAt, deadline: deliveredAt };
    await deliver(consumer, 'order.created', anEvent('order.created', cheese.orderId, placed));
    expect((await ask(route)).body).toMatchObject({
      statistics: {
        ...nothing,
        ordersPlaced: 2,
        ordersDelivered: 2,
        loyaltyPoints: 912,
        amountsSpent: [cheese.totalAmount, tea.totalAmount],
        // Nobody has said yet when the tea was ordered.
        lastOrder: { orderId: cheese.orderId, totalAmount: cheese.totalAmount, placedAt: deliveredAt },
      },
    });
  });
});

const line = {
  productId: '0193a000-0000-7000-8000-0000000000f1',
  localId: '0193a000-0000-7000-8000-0000000000f2',
  name: 'Goat cheese',
  quantity: 1,
  unitPrice: { amountMinor: 1250, currency: 'EUR' },
};

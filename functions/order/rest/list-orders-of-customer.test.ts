import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anotherOrganizationId, organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { customerId, orderIn, putOrder, totalAmount } from '../../../tests/kit/stored-order.ts';
import { handler } from '../rest.ts';
import { changeCopy, putCustomer } from '../store/customer-table.ts';

const table = emptyTable('order');
const customer = newCaller({ userId: customerId, organizationId, permissions: ['order:read'] });
const staff = newCaller({ organizationId, permissions: ['order:read', 'order:read-any', 'auth:manage'] });
const list = (caller = customer, query: Record<string, string> = {}, id = customerId) =>
  send(handler, 'GET /orders/customer/{customerId}', { params: { customerId: id }, query, caller });

const idOf = (n: number) => `0193a000-0000-7000-8000-0000000000${n}`;
const placedAtOf = (n: number) => `2026-11-22T10:00:${n}.000Z`;
const placeThree = () => {
  table.put(putCustomer(organizationId, customerId));
  for (const n of [10, 11, 12]) table.put(...putOrder(orderIn('pending', { orderId: idOf(n), placedAt: placedAtOf(n) })));
};
const summaryOf = (n: number) => ({ orderId: idOf(n), status: 'pending', totalAmount, placedAt: placedAtOf(n) });

describe('listOrdersOfCustomer', () => {
  it('lists a customer’s orders, newest first', async () => {
    placeThree();
    table.put(...putOrder(orderIn('pending', { orderId: idOf(13), customerId: staff.userId })));
    expect((await list()).body).toEqual({ orders: [12, 11, 10].map(summaryOf) });
    expect((await list(customer, {}, customerId.toUpperCase())).body).toEqual({ orders: [12, 11, 10].map(summaryOf) });
  });

  it('pages, and has no cursor on the last page, even when it is full', async () => {
    placeThree();
    const first = await list(customer, { limit: '2' });
    expect(first.body).toEqual({ orders: [12, 11].map(summaryOf), nextCursor: expect.any(String) });
    const cursor = String(Object(first.body).nextCursor);
    expect((await list(customer, { limit: '1', cursor })).body).toEqual({ orders: [summaryOf(10)] });
    expect((await list(customer, { limit: '3' })).body).toEqual({ orders: [12, 11, 10].map(summaryOf) });
  });

  it('refuses a cursor of another list', async () => {
    placeThree();
    const { body } = await list(customer, { limit: '2' });
    table.put(putCustomer(organizationId, staff.userId));
    const refused = await list(staff, { cursor: String(Object(body).nextCursor) }, staff.userId);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: '/cursor' }] } });
  });

  it('is empty for a caller who has not ordered, and 404 for any other such customer', async () => {
    expect(await list()).toMatchObject({ status: 200, body: { orders: [] } });
    expect(await list(staff)).toMatchObject({ status: 404 });
  });

  it('is empty for a customer who has registered and not ordered', async () => {
    const copy = await changeCopy(organizationId, customerId, () => ({
      status: 'known',
      customerId,
      version: 1,
      addressBook: [],
    }));
    table.put(...(copy?.writes ?? []));
    expect(await list(staff)).toMatchObject({ status: 200, body: { orders: [] } });
  });

  it('is 404 for the staff of a shop, who would see amounts of other shops', async () => {
    placeThree();
    const localIds = orderIn('pending').lines.map(({ localId }) => localId);
    const shopStaff = newCaller({ organizationId, permissions: ['order:read', 'order:read-any'], localIds });
    expect(await list(shopStaff)).toMatchObject({ status: 404 });
  });

  it('shows them to those who manage the organization, and to nobody else', async () => {
    placeThree();
    expect(await list(staff, { limit: '1' })).toMatchObject({ status: 200, body: { orders: [summaryOf(12)] } });
    expect(await list(newCaller({ organizationId, permissions: ['order:read'] }))).toMatchObject({ status: 404 });
    expect(await list(newCaller({ organizationId: anotherOrganizationId }))).toMatchObject({ status: 404 });
  });
});

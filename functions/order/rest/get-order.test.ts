import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anotherOrganizationId, organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { customerId, orderId, orderIn, paymentId, putOrder } from '../../../tests/kit/stored-order.ts';
import type { Order } from '../model/order.ts';
import { handler } from '../rest.ts';

const table = emptyTable('order');
const customer = newCaller({ userId: customerId, organizationId, permissions: ['order:read'] });
const get = (caller = customer, id = orderId) => send(handler, 'GET /orders/{orderId}', { params: { orderId: id }, caller });

describe('getOrder', () => {
  it('shows an order to its customer, with its version as ETag', async () => {
    table.put(...putOrder(orderIn('confirmed')));
    const { lines, totalAmount, placedAt } = orderIn('confirmed');
    const { status, headers, body } = await get();
    expect({ status, etag: headers.ETag }).toEqual({ status: 200, etag: '"1"' });
    expect(body).toEqual({ orderId, customerId, status: 'confirmed', lines, totalAmount, placedAt, paymentId });
  });

  it.each<Order['status']>(['pending', 'cancelling', 'cancelled', 'shipped', 'delivered'])('shows a %s order', async (status) => {
    table.put(...putOrder(orderIn(status)));
    expect(await get()).toMatchObject({ status: 200, body: { orderId, status } });
  });

  it('takes the id in upper case as the same id', async () => {
    table.put(...putOrder(orderIn('pending')));
    expect(await get(customer, orderId.toUpperCase())).toMatchObject({ status: 200 });
  });

  it('shows it to staff, and to nobody else', async () => {
    table.put(...putOrder(orderIn('pending')));
    expect(await get(newCaller({ organizationId, permissions: ['order:read', 'order:read-any'] }))).toMatchObject({
      status: 200,
    });
    expect(await get(newCaller({ organizationId, permissions: ['order:read'] }))).toMatchObject({ status: 404 });
    expect(await get(newCaller({ userId: customerId, organizationId: anotherOrganizationId }))).toMatchObject({ status: 404 });
  });
});

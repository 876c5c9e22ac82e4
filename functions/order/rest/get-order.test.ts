import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anotherOrganizationId, organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { customerId, orderId, orderIn, paymentId, putOrder } from '../../../tests/kit/stored-order.ts';
import type { Order } from '../model/order.ts';
import { handler } from '../rest.ts';

const table = emptyTable('order');
const customer = newCaller({ userId: customerId, organizationId, permissions: ['order:read'] });
const admin = newCaller({ organizationId, permissions: ['order:read', 'order:read-any', 'auth:manage'] });
const staffOf = (...localIds: string[]) => newCaller({ organizationId, permissions: ['order:read', 'order:read-any'], localIds });
const get = (caller = customer, id = orderId) => send(handler, 'GET /orders/{orderId}', { params: { orderId: id }, caller });

const mill = '0193a000-0000-7000-8000-0000000000f1';
const dairy = '0193a000-0000-7000-8000-0000000000f2';
const bakery = '0193a000-0000-7000-8000-0000000000f3';
const linesOf = (localId: string, quantity: number) => orderIn('pending').lines.map((line) => ({ ...line, localId, quantity }));

describe('getOrder', () => {
  it('shows an order to its customer, with its version as ETag', async () => {
    table.put(...putOrder(orderIn('confirmed')));
    const { lines, totalAmount, placedAt, method, shipTo, note } = orderIn('confirmed');
    const { status, headers, body } = await get();
    expect({ status, etag: headers.ETag }).toEqual({ status: 200, etag: '"1"' });
    const shown = { orderId, customerId, status: 'confirmed', lines, subtotal: totalAmount, totalAmount, placedAt };
    expect(body).toEqual({ ...shown, method, shipTo, note, paymentId });
  });

  it.each<Order['status']>(['pending', 'cancelling', 'cancelled', 'shipped', 'delivered'])('shows a %s order', async (status) => {
    table.put(...putOrder(orderIn(status)));
    expect(await get()).toMatchObject({ status: 200, body: { orderId, status } });
  });

  it('takes the id in upper case as the same id', async () => {
    table.put(...putOrder(orderIn('pending')));
    expect(await get(customer, orderId.toUpperCase())).toMatchObject({ status: 200 });
  });

  it('shows it to those who manage the organization, and to nobody else', async () => {
    table.put(...putOrder(orderIn('pending')));
    expect(await get(admin)).toMatchObject({ status: 200, body: { totalAmount: { amountMinor: 2500 } } });
    expect(await get(newCaller({ organizationId, permissions: ['order:read'] }))).toMatchObject({ status: 404 });
    expect(await get(newCaller({ userId: customerId, organizationId: anotherOrganizationId }))).toMatchObject({ status: 404 });
  });

  it('shows the staff of a shop their own lines, their sum and where they go, and nothing else', async () => {
    const lines = [...linesOf(mill, 2), ...linesOf(dairy, 3)];
    table.put(...putOrder(orderIn('cancelled', { lines })));
    const { placedAt, method, shipTo, note } = orderIn('cancelled');
    const shown = { orderId, customerId, status: 'cancelled', method, shipTo, note, placedAt };
    const { body } = await get(staffOf(dairy, bakery));
    expect(body).toEqual({ ...shown, lines: linesOf(dairy, 3), subtotal: { amountMinor: 3750, currency: 'EUR' } });
    expect((await get(staffOf(mill, dairy))).body).toMatchObject({ lines, subtotal: { amountMinor: 6250 } });
    expect(await get(staffOf(bakery))).toMatchObject({ status: 404 });
    expect(await get(staffOf())).toMatchObject({ status: 404 });
  });

  it('shows a whole order to a member of staff who placed it for themselves', async () => {
    table.put(...putOrder(orderIn('pending', { lines: [...linesOf(mill, 2), ...linesOf(dairy, 3)] })));
    const both = newCaller({ ...staffOf(dairy), userId: customerId, permissions: ['order:read', 'order:read-any'] });
    expect((await get(both)).body).toMatchObject({ totalAmount: { amountMinor: 2500 } });
  });
});

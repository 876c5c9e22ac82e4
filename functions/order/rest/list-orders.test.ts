import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anotherOrganizationId, organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { orderIn, putOrder } from '../../../tests/kit/stored-order.ts';
import type { Order } from '../model/order.ts';
import { decideCancellation } from '../model/order.ts';
import { handler } from '../rest.ts';
import { orderEffects } from '../store/order-table.ts';

const table = emptyTable('order');
const mill = '0193a000-0000-7000-8000-0000000000f1';
const dairy = '0193a000-0000-7000-8000-0000000000f2';
const staff = newCaller({ organizationId, permissions: ['order:read-any'], localIds: [mill] });
const admin = newCaller({ organizationId, permissions: ['order:read-any', 'auth:manage'] });
const list = (query: Record<string, string>, caller = staff) => send(handler, 'GET /orders', { query, caller });

const idOf = (n: number) => `0193a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const linesOf = (...localIds: string[]) =>
  localIds.flatMap((localId) => orderIn('pending').lines.map((line) => ({ ...line, localId })));
const put = (
  n: number,
  placedAt: string,
  { status = 'pending', localIds = [mill] }: { status?: Order['status']; localIds?: string[] } = {},
) => table.put(...putOrder(orderIn(status, { orderId: idOf(n), placedAt, lines: linesOf(...localIds) })));
const secondOf = (n: number) => new Date(Date.parse('2026-11-22T10:00:00Z') + n * 1000).toISOString();
const idsIn = ({ body }: { body: unknown }): string[] => Object(body).orders.map(({ orderId }: Order) => orderId);

/** Every page from the first to the last. */
async function walk(query: Record<string, string>, caller = staff): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ ...query, ...(cursor !== undefined && { cursor }) }, caller);
    expect(page.status).toBe(200);
    pages.push(idsIn(page));
    cursor = Object(page.body).nextCursor;
  } while (cursor !== undefined);
  return pages;
}

describe('listOrders', () => {
  it('shows the staff of a shop its orders, newest first, with their own lines only', async () => {
    put(1, secondOf(1), { localIds: [mill, dairy] });
    put(2, secondOf(2));
    put(3, secondOf(3), { localIds: [dairy] });
    const { status, body } = await list({ localId: mill });
    expect(status).toBe(200);
    const { orders } = Object(body);
    expect(idsIn({ body })).toEqual([idOf(2), idOf(1)]);
    expect(orders[1]).toMatchObject({ lines: linesOf(mill), subtotal: { amountMinor: 2500, currency: 'EUR' } });
    for (const order of orders) {
      expect(order).not.toHaveProperty('totalAmount');
      expect(order).not.toHaveProperty('paymentId');
    }
  });

  it('shows those who manage the organization whole orders, of one shop or of all', async () => {
    put(1, secondOf(1), { localIds: [mill, dairy] });
    put(2, secondOf(2));
    put(3, secondOf(3), { localIds: [dairy] });
    const ofDairy = await list({ localId: dairy }, admin);
    expect(idsIn(ofDairy)).toEqual([idOf(3), idOf(1)]);
    expect(Object(ofDairy.body).orders[1]).toMatchObject({ lines: linesOf(mill, dairy), totalAmount: { amountMinor: 2500 } });
    expect(idsIn(await list({}, admin))).toEqual([idOf(3), idOf(2), idOf(1)]);
  });

  it('asks the staff of a shop which one, and knows none of another shop or organization', async () => {
    put(1, secondOf(1), { localIds: [mill, dairy] });
    expect(await list({})).toMatchObject({ status: 422, body: { errors: [{ path: '/localId' }] } });
    expect(await list({ localId: dairy })).toMatchObject({ status: 404 });
    const stranger = newCaller({ organizationId: anotherOrganizationId, localIds: [mill] });
    expect(await list({ localId: mill }, stranger)).toMatchObject({ status: 200, body: { orders: [] } });
    expect(await list({ localId: mill }, newCaller({ organizationId, permissions: ['order:read'] }))).toMatchObject({
      status: 403,
    });
  });

  it('finds the three of a thousand that match, on one page and in two reads', async () => {
    for (let n = 0; n < 1000; n++) put(n, secondOf(n), n % 400 === 7 ? { status: 'shipped' } : {});
    const before = table.requests().length;
    const found = await list({ localId: mill, status: 'shipped', limit: '20' });
    expect(
      table
        .requests()
        .slice(before)
        .map(({ command }) => command),
    ).toEqual(['QueryCommand', 'BatchGetCommand']);
    expect(idsIn(found)).toEqual([807, 407, 7].map(idOf));
    expect(found.body).not.toHaveProperty('nextCursor');
    const pages = await walk({ localId: mill, status: 'pending', limit: '50' });
    expect(pages.map(({ length }) => length)).toEqual([...Array.from({ length: 19 }, () => 50), 47]);
    expect(new Set(pages.flat()).size).toBe(997);
  });

  it('lists orders of one instant once each, whatever the page size', async () => {
    for (let n = 0; n < 30; n++) put(n, secondOf(1));
    const pages = await walk({ localId: mill, limit: '7' });
    expect(pages.map(({ length }) => length)).toEqual([7, 7, 7, 7, 2]);
    expect(new Set(pages.flat()).size).toBe(30);
  });

  it('moves an order to its next state', async () => {
    const order = orderIn('pending', { orderId: idOf(1), lines: linesOf(mill) });
    table.put(...putOrder(order));
    const { change } = decideCancellation(order, { by: 'customer', reason: 'ordered twice', at: secondOf(9) });
    if (change === undefined) throw new Error('it was not cancelled');
    table.put(...orderEffects(organizationId, change, order).writes);
    expect(idsIn(await list({ localId: mill, status: 'pending' }))).toEqual([]);
    expect(idsIn(await list({ localId: mill, status: 'cancelled' }))).toEqual([idOf(1)]);
    expect(idsIn(await list({ localId: mill }))).toEqual([idOf(1)]);
  });

  it('takes days and instants as the limits of a period', async () => {
    const times = [
      '2026-11-21T23:59:59.999Z',
      '2026-11-22T00:00:00.000Z',
      '2026-11-22T23:59:59.999Z',
      '2026-11-23T00:00:00.000Z',
    ];
    for (const [n, placedAt] of times.entries()) put(n, placedAt);
    const within = async (query: Record<string, string>) =>
      idsIn(await list({ localId: mill, ...query })).map((id) => Number(id.at(-1)));
    expect(await within({ from: '2026-11-22', to: '2026-11-22' })).toEqual([2, 1]);
    expect(await within({ from: '2026-11-22' })).toEqual([3, 2, 1]);
    expect(await within({ to: '2026-11-22' })).toEqual([2, 1, 0]);
    expect(await within({ from: '2026-11-22T00:00:00Z', to: '2026-11-23T00:00:00Z' })).toEqual([2, 1]);
    expect(await within({ from: '2026-11-22T23:59:59.999Z' })).toEqual([3, 2]);
    expect(await within({ status: 'pending', from: '2026-11-22', to: '2026-11-22', limit: '1' })).toEqual([2]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['ends before it begins', { from: '2026-11-23', to: '2026-11-22' }, '/to'],
    ['has no instant', { from: '2026-11-22T10:00:00Z', to: '2026-11-22T10:00:00Z' }, '/to'],
    ['begins on no day', { from: '2026-02-30' }, '/from'],
    ['ends on no day', { to: '2026-13-01' }, '/to'],
    ['is no period', { from: 'yesterday' }, '/from'],
  ])('refuses a period that %s', async (_, query, path) => {
    const refused = await list({ localId: mill, ...query });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  });

  it('refuses an unknown state, and a cursor of another list', async () => {
    expect(await list({ localId: mill, status: 'lost' })).toMatchObject({ status: 422, body: { errors: [{ path: '/status' }] } });
    for (let n = 0; n < 3; n++) put(n, secondOf(n));
    const { body } = await list({ localId: mill, limit: '1' });
    const cursor = String(Object(body).nextCursor);
    expect(await list({ cursor }, admin)).toMatchObject({ status: 422, body: { errors: [{ path: '/cursor' }] } });
    expect(await list({ localId: mill, status: 'pending', cursor })).toMatchObject({ status: 422 });
    expect(await list({ localId: mill, to: '2026-11-01', cursor })).toMatchObject({ status: 422 });
  });
});

import { describe, expect, it } from 'vitest';
import type { Permission } from '../../../generated/rest/permissions.ts';
import type { StockMovementPage } from '../../../generated/rest/types.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import {
  anEvent,
  anotherOrganizationId,
  at,
  callTask,
  deliver,
  organizationId,
  sagaOrderOf,
  trace,
} from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { newId } from '../../shared/ids.ts';
import { handler as consumer } from '../consumer.ts';
import { handler } from '../rest.ts';
import { handler as releaseStock } from '../saga-tasks/release-stock.ts';
import { handler as reserveStock } from '../saga-tasks/reserve-stock.ts';
import { enterStocks } from '../store/stock-entry-table.ts';

const table = emptyTable('inventory', { ORDER_DEADLINE_MINUTES: '120' });
const productId = '0193a000-0000-7000-8000-000000000001';
const localId = '0193a000-0000-7000-8000-0000000000ff';
const created = anEvent('product.created', productId, {
  ...{ productId, localId, name: 'Goat cheese', category: 'dairy', price: { amountMinor: 450, currency: 'EUR' } },
  ...{ initialStock: 10, lowStockThreshold: 0 },
});
const producer = newCaller({ organizationId, permissions: ['inventory:adjust'], localIds: [localId] });
const list = (query: Record<string, string> = {}, caller = producer, id = productId) =>
  send(handler, 'GET /inventory/{productId}/movements', { params: { productId: id }, query, caller, receivedAt: at });
const adjust = (delta: number, reason: string) =>
  send(handler, 'PUT /inventory/{productId}', { params: { productId }, body: { delta, reason }, caller: producer });
const pageOf = (body: unknown) => body as StockMovementPage;

describe('listStockMovements', () => {
  it('names who moved how many, why and for which order, whichever way they moved, newest first', async () => {
    await deliver(consumer, 'product.created', created);
    await adjust(-2, 'mould');
    const order = sagaOrderOf({ [productId]: 3 });
    const { orderId, customerId } = order;
    await callTask(reserveStock, order);
    const another = sagaOrderOf({ [productId]: 1 });
    await callTask(reserveStock, another);
    await callTask(releaseStock, another);
    const method = 'collection' as const;
    const shipped = { orderId, customerId, totalAmount: order.totalAmount, method, shippedAt: at };
    await deliver(consumer, 'order.shipped', anEvent('order.shipped', orderId, shipped));
    const importer = newId(at);
    const entering = {
      caller: { permissions: new Set<Permission>(), localIds: [localId] },
      cause: { ...trace, organizationId, causationId: 'import-1', userId: importer },
    };
    const journal = { organizationId, kind: 'IMPORT' as const, id: newId(at) };
    await enterStocks(journal, [{ number: 1, productId, change: { kind: 'delta', pieces: 7 }, note: 'delivery' }], entering);

    const { status, body } = await list();
    expect(status).toBe(200);
    expect(pageOf(body).nextCursor).toBeUndefined();
    expect(pageOf(body).movements.map(({ at: _, ...movement }) => movement)).toEqual([
      { version: 7, reason: 'adjusted', quantity: 7, available: 12, reserved: 0, userId: importer, note: 'delivery' },
      expect.objectContaining({ version: 6, reason: 'shipped', quantity: 3, available: 5, reserved: 0, orderId }),
      expect.objectContaining({ version: 5, reason: 'released', quantity: 1, orderId: another.orderId }),
      expect.objectContaining({ version: 4, reason: 'reserved', quantity: 1, orderId: another.orderId }),
      { version: 3, reason: 'reserved', quantity: 3, available: 5, reserved: 3, userId: customerId, orderId },
      { version: 2, reason: 'adjusted', quantity: -2, available: 8, reserved: 0, userId: producer.userId, note: 'mould' },
      expect.objectContaining({ version: 1, reason: 'initial', quantity: 10, available: 10, reserved: 0 }),
    ]);
  });

  it('shows each movement once, whatever the size of a page, and no cursor on the last one', async () => {
    await deliver(consumer, 'product.created', created);
    for (let n = 1; n <= 40; n++) await adjust(1, `count ${n}`);
    for (const limit of [1, 7, 8, 41, 50]) {
      const seen: number[] = [];
      let query: Record<string, string> | undefined = { limit: String(limit) };
      while (query !== undefined) {
        const { movements, nextCursor }: StockMovementPage = pageOf((await list(query)).body);
        expect(movements.length).toBeGreaterThan(0);
        expect(movements.length).toBe(nextCursor === undefined ? 41 - seen.length : limit);
        seen.push(...movements.map(({ version }) => version));
        query = nextCursor === undefined ? undefined : { limit: String(limit), cursor: nextCursor };
      }
      expect(seen).toEqual(Array.from({ length: 41 }, (_, index) => 41 - index));
    }
  });

  it('reads the stock and one page, however long the list is', async () => {
    await deliver(consumer, 'product.created', created);
    for (let n = 1; n <= 40; n++) await adjust(1, `count ${n}`);
    const before = table.requests().length;
    await list({ limit: '20' });
    expect(table.requests().length - before).toBe(2);
  });

  it('is 403 for staff of another shop, 404 for another organization, and 503 for a product of a moment ago', async () => {
    await deliver(consumer, 'product.created', created);
    const neighbour = newCaller({ organizationId, permissions: ['inventory:adjust'], localIds: [] });
    expect(await list({}, neighbour)).toMatchObject({ status: 403 });
    const stranger = newCaller({ organizationId: anotherOrganizationId, permissions: ['inventory:adjust', 'auth:manage'] });
    expect(await list({}, stranger)).toMatchObject({ status: 404 });
    expect(await list({}, producer, newId(at))).toMatchObject({ status: 503 });
  });

  it('refuses a cursor of another list', async () => {
    await deliver(consumer, 'product.created', created);
    expect(await list({ cursor: 'bm90LW91cnM' })).toMatchObject({ status: 422 });
  });
});

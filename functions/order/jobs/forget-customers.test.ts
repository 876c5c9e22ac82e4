import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { at, organizationId, runJob } from '../../../tests/kit/invoke.ts';
import { customerId, orderId, orderIn, putOrder } from '../../../tests/kit/stored-order.ts';
import type { Order } from '../model/order.ts';
import { findErasures, findPersonal, putErasure, putPersonal } from '../store/erasure-table.ts';
import { orders } from '../store/order-table.ts';
import { handler } from './forget-customers.ts';

const table = emptyTable('order');
const erasure = { organizationId, customerId, erasedAt: at };
const soon = '2026-11-22T10:02:00.000Z';
const later = '2026-11-22T11:02:00.000Z';
const idOf = (n: number) => `0193a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const put = (status: Order['status'], id = orderId) => {
  const order = orderIn(status, { orderId: id });
  table.put(...putOrder(order), putPersonal(organizationId, order));
};
const found = (id = orderId) => orders.find(organizationId, id);

describe('forget-customers', () => {
  it.each<Order['status']>(['cancelled', 'shipped', 'delivered'])('removes address and note from a %s order', async (status) => {
    put(status);
    table.put(putErasure(erasure));
    expect(await runJob(handler, soon)).toMatchObject({ forgotten: 1, waiting: 1 });
    const order = await found();
    expect(order).toMatchObject({ status, method: 'delivery', version: 2 });
    expect(order).not.toHaveProperty('shipTo');
    expect(order).not.toHaveProperty('note');
    expect(JSON.stringify(table.items())).not.toContain('Maestra');
    expect(table.published()).toEqual([]);
  });

  it.each<Order['status']>(['pending', 'confirmed', 'cancelling'])(
    'leaves a %s order its address, and comes back',
    async (status) => {
      put(status);
      table.put(putErasure(erasure));
      expect(await runJob(handler, later)).toEqual({ ended: 0, waiting: 1, forgotten: 0, oldestSeconds: 3720 });
      expect(await found()).toMatchObject({ shipTo: orderIn(status).shipTo, version: 1 });
      table.put({ Put: { Item: { ...(table.items().find(({ sk }) => sk === 'ORDER') ?? {}), ...orderIn('delivered') } } });
      expect(await runJob(handler, later)).toEqual({ ended: 1, waiting: 0, forgotten: 1, oldestSeconds: 0 });
      expect((await findErasures({ limit: 1 })).items).toEqual([]);
    },
  );

  it('waits for orders that were being placed at that time', async () => {
    table.put(putErasure(erasure));
    expect(await runJob(handler, soon)).toMatchObject({ ended: 0, waiting: 1 });
    put('cancelled');
    expect(await runJob(handler, later)).toMatchObject({ ended: 1, forgotten: 1 });
  });

  it('goes through every page, and leaves other customers alone', async () => {
    for (let n = 0; n < 120; n++) put('delivered', idOf(n));
    const other = orderIn('delivered', { orderId, customerId: organizationId });
    table.put(...putOrder(other), putPersonal(organizationId, other), putErasure(erasure));
    expect(await runJob(handler, later)).toMatchObject({ forgotten: 120, ended: 1 });
    expect(await found()).toHaveProperty('shipTo');
    expect((await findPersonal(erasure, { limit: 1 })).orderIds).toEqual([]);
  });
});

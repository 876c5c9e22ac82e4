import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { callTask, organizationId, sagaOrderOf } from '../../../tests/kit/invoke.ts';
import { reservations } from '../store/reservation-table.ts';
import { putStocks, stocks } from '../store/stock-table.ts';
import { handler } from './release-stock.ts';
import { handler as reserve } from './reserve-stock.ts';

const table = emptyTable('inventory', { ORDER_DEADLINE_MINUTES: '120' });
const productId = '0193a000-0000-7000-8000-000000000001';
const localId = '0193a000-0000-7000-8000-0000000000ff';
const counts = { localId, initial: 5, adjusted: 0, available: 5, reserved: 0, shipped: 0, lowStockThreshold: 0 };
const order = sagaOrderOf({ [productId]: 3 });
const release = () => callTask(handler, order);

describe('ReleaseStock', () => {
  it('undoes ReserveStock, once', async () => {
    table.put(...putStocks(organizationId, [{ productId, name: 'Ham', ...counts, version: 1 }]));
    await callTask(reserve, order);
    expect(await release()).toEqual({ outcome: 'done' });
    expect(await release()).toEqual({ outcome: 'done' });
    expect(await stocks.find(organizationId, productId)).toMatchObject({ available: 5, reserved: 0, version: 3 });
    expect(table.published().filter(({ type }) => type === 'inventory.released')).toHaveLength(1);
  });

  it('leaves a tombstone when nothing was reserved', async () => {
    expect(await release()).toEqual({ outcome: 'done' });
    expect(await reservations.find(organizationId, order.orderId)).toMatchObject({ status: 'released', lines: [] });
    expect(await callTask(reserve, order)).toEqual({ outcome: 'cancelled' });
  });
});

import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { at, callTask, organizationId, sagaOrderOf } from '../../../tests/kit/invoke.ts';
import { reserveStock, type Stock } from '../model/stock.ts';
import { reservations } from '../store/reservation-table.ts';
import { putStocks, stocks } from '../store/stock-table.ts';
import { handler } from './reserve-stock.ts';

const table = emptyTable('inventory', { ORDER_DEADLINE_MINUTES: '120' });
const [ham, egg] = ['0193a000-0000-7000-8000-000000000001', '0193a000-0000-7000-8000-000000000002'] as const;
const stockOf = (productId: string, available: number): Stock => ({
  productId,
  localId: '0193a000-0000-7000-8000-0000000000ff',
  name: productId,
  initial: available,
  adjusted: 0,
  available,
  reserved: 0,
  shipped: 0,
  lowStockThreshold: 0,
  version: 1,
});
const order = sagaOrderOf({ [ham]: 3, [egg]: 1 });
const levels = async () => {
  const found = await stocks.findAll(organizationId, [ham, egg]);
  return [ham, egg].map((productId) => found.get(productId)?.available);
};

describe('ReserveStock', () => {
  it('reserves every line and publishes it with the order’s trace', async () => {
    table.put(...putStocks(organizationId, [stockOf(ham, 5), stockOf(egg, 2)]));
    expect(await callTask(handler, order)).toEqual({ outcome: 'reserved' });
    expect(await levels()).toEqual([2, 1]);
    const published = table.published();
    expect(published.map(({ type }) => type)).toEqual(['inventory.reserved', 'inventory.updated', 'inventory.updated']);
    expect(published[0]?.metadata).toMatchObject({
      correlationId: order.correlationId,
      userId: order.customerId,
      organizationId,
    });
  });

  it('reserves once, however often it is called', async () => {
    table.put(...putStocks(organizationId, [stockOf(ham, 5), stockOf(egg, 2)]));
    await callTask(handler, order);
    expect(await callTask(handler, order)).toEqual({ outcome: 'reserved' });
    expect(await levels()).toEqual([2, 1]);
  });

  it('reserves nothing when a line is short, and gives the same answer after more stock arrived', async () => {
    table.put(...putStocks(organizationId, [stockOf(ham, 2), stockOf(egg, 2)]));
    const rejected = {
      outcome: 'rejected',
      failedItems: [{ productId: ham, requestedQuantity: 3, availableQuantity: 2 }],
    };
    expect(await callTask(handler, order)).toEqual(rejected);
    table.put(...putStocks(organizationId, [{ ...stockOf(ham, 9), version: 2 }]));
    expect(await callTask(handler, order)).toEqual(rejected);
    expect(await levels()).toEqual([9, 2]);
  });

  it('answers `cancelled` after the release', async () => {
    table.put(reservations.put(organizationId, { orderId: order.orderId, version: 1, status: 'released', lines: [] }));
    expect(await callTask(handler, order)).toEqual({ outcome: 'cancelled' });
  });

  it('decides again when another order took the last pieces in between', async () => {
    table.put(...putStocks(organizationId, [stockOf(ham, 3), stockOf(egg, 2)]));
    const { stock: taken } = reserveStock(stockOf(ham, 3), 1, { at });
    table.beforeNextTransaction(() => table.put(...putStocks(organizationId, [taken])));
    expect(await callTask(handler, order)).toMatchObject({ outcome: 'rejected' });
    expect(await levels()).toEqual([2, 2]);
  });

  it('throws while a stock has not been opened, so that the state machine tries again', async () => {
    table.put(...putStocks(organizationId, [stockOf(ham, 5)]));
    await expect(callTask(handler, order)).rejects.toMatchObject({
      name: 'StockNotOpenError',
      message: `no stock yet of ${egg}`,
    });
    expect(table.published()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, callTask, deliver, organizationId, sagaOrderOf } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { handler as releaseStock } from '../saga-tasks/release-stock.ts';
import { handler as reserveStock } from '../saga-tasks/reserve-stock.ts';
import { stocks } from '../store/stock-table.ts';

const table = emptyTable('inventory', { ORDER_DEADLINE_MINUTES: '120' });
const productId = '0193a000-0000-7000-8000-000000000001';
const localId = '0193a000-0000-7000-8000-0000000000ff';
const price = { amountMinor: 450, currency: 'EUR' };
const created = anEvent('product.created', productId, {
  ...{ productId, localId, name: 'Goat cheese', category: 'dairy', price, initialStock: 10, lowStockThreshold: 5 },
});
const deleted = anEvent('product.deleted', productId, { productId, localId, deletedAt: at }, 3);
const updated = anEvent(
  'product.updated',
  productId,
  {
    ...{ productId, localId, name: 'Cheese', category: 'dairy', price, lowStockThreshold: 20, changes: ['lowStockThreshold'] },
    createdAt: at,
    updatedAt: at,
  },
  2,
);
const order = () => sagaOrderOf({ [productId]: 2 });
const rejected = {
  outcome: 'rejected',
  failedItems: [{ productId, requestedQuantity: 2, availableQuantity: 0 }],
};

describe('onProductDeleted', () => {
  it('ends new reservations, which name the product, and leaves those that exist', async () => {
    await deliver(handler, 'product.created', created);
    const before = order();
    expect(await callTask(reserveStock, before)).toEqual({ outcome: 'reserved' });
    await deliver(handler, 'product.deleted', deleted);
    expect(await callTask(reserveStock, order())).toEqual(rejected);
    expect(await callTask(reserveStock, before)).toEqual({ outcome: 'reserved' });
    expect(await stocks.find(organizationId, productId)).toMatchObject({ available: 8, reserved: 2 });
    await callTask(releaseStock, before);
    expect(await stocks.find(organizationId, productId)).toMatchObject({ available: 10, reserved: 0 });
  });

  it('warns nobody about the stock of a product that is not sold', async () => {
    await deliver(handler, 'product.created', created);
    await deliver(handler, 'product.deleted', deleted);
    await deliver(handler, 'product.updated', updated);
    expect(table.published().map(({ type }) => type)).toEqual(['inventory.updated']);
  });

  it('holds in whichever order the events of the product arrive', async () => {
    await deliver(handler, 'product.updated', updated);
    await deliver(handler, 'product.deleted', deleted);
    await deliver(handler, 'product.created', created);
    expect(await stocks.find(organizationId, productId)).toMatchObject({ isDeleted: true, name: 'Cheese', available: 10 });
    expect(await callTask(reserveStock, order())).toEqual(rejected);
  });
});

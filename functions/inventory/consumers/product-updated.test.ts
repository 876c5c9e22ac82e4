import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { stocks } from '../store/stock-table.ts';

const table = emptyTable('inventory');
const productId = '0193a000-0000-7000-8000-000000000001';
const localId = '0193a000-0000-7000-8000-0000000000ff';
const product = { productId, localId, name: 'Goat cheese', category: 'dairy', price: { amountMinor: 450, currency: 'EUR' } };
const created = anEvent('product.created', productId, { ...product, initialStock: 10, lowStockThreshold: 5 });
const updated = (version: number, changed: { name?: string; lowStockThreshold?: number }) =>
  anEvent(
    'product.updated',
    productId,
    { ...product, lowStockThreshold: 5, ...changed, changes: ['lowStockThreshold'], createdAt: at, updatedAt: at },
    version,
  );
const types = () => table.published().map(({ type }) => type);
const stock = () => stocks.find(organizationId, productId);

describe('onProductUpdated', () => {
  it('takes over name and threshold, and keeps the counts', async () => {
    await deliver(handler, 'product.created', created);
    await deliver(handler, 'product.updated', updated(2, { name: 'Old goat cheese', lowStockThreshold: 3 }));
    expect(await stock()).toMatchObject({ name: 'Old goat cheese', lowStockThreshold: 3, available: 10, version: 2 });
    expect(types()).toEqual(['inventory.updated']);
  });

  it('warns when the new threshold is above what is available, once', async () => {
    await deliver(handler, 'product.created', created);
    await deliver(handler, 'product.updated', updated(2, { lowStockThreshold: 12 }));
    await deliver(handler, 'product.updated', updated(3, { lowStockThreshold: 15 }));
    expect(types()).toEqual(['inventory.updated', 'inventory.low_stock', 'inventory.low_stock']);
    const [, ...versions] = table.published();
    expect(versions.map(({ eventVersion }) => eventVersion)).toEqual([1, 2]);
    expect(new Set(versions.map(({ eventId }) => eventId)).size).toBe(1);
    expect(table.published()[1]).toMatchObject({
      eventData: { currentStock: 10, threshold: 12, urgencyLevel: 'medium', localId, productName: 'Goat cheese' },
    });
  });

  it('ignores an older state that arrives late', async () => {
    await deliver(handler, 'product.created', created);
    await deliver(handler, 'product.updated', updated(3, { lowStockThreshold: 7 }));
    await deliver(handler, 'product.updated', updated(2, { lowStockThreshold: 2 }));
    expect(await stock()).toMatchObject({ lowStockThreshold: 7, productVersion: 3, version: 2 });
  });

  it('keeps the newest state for a stock that is opened later', async () => {
    await deliver(handler, 'product.updated', updated(3, { name: 'Third', lowStockThreshold: 7 }));
    await deliver(handler, 'product.updated', updated(2, { name: 'Second', lowStockThreshold: 2 }));
    await deliver(handler, 'product.created', created);
    expect(await stock()).toMatchObject({ name: 'Third', lowStockThreshold: 7, available: 10, productVersion: 3, version: 1 });
    expect(table.items().filter(({ sk }) => sk === 'EARLY')).toEqual([]);
  });

  it('loses no state that arrives while the stock is opened', async () => {
    table.beforeNextTransaction(() => deliver(handler, 'product.updated', updated(2, { lowStockThreshold: 7 })));
    await deliver(handler, 'product.created', created);
    expect(await stock()).toMatchObject({ lowStockThreshold: 7, productVersion: 2 });
    table.beforeNextTransaction(() => deliver(handler, 'product.updated', updated(3, { lowStockThreshold: 8 })));
    await deliver(handler, 'product.updated', updated(4, { lowStockThreshold: 9 }));
    expect(await stock()).toMatchObject({ lowStockThreshold: 9, productVersion: 4 });
  });
});

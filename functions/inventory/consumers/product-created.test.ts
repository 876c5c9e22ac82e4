import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { stocks } from '../store/stock-table.ts';

const table = emptyTable('inventory');
const productId = '0193a000-0000-7000-8000-000000000001';
const cheese = {
  productId,
  localId: '0193a000-0000-7000-8000-0000000000ff',
  name: 'Goat cheese',
  category: 'dairy',
  price: { amountMinor: 450, currency: 'EUR' },
  initialStock: 10,
  lowStockThreshold: 5,
};

describe('onProductCreated', () => {
  it('opens the stock and publishes it', async () => {
    await deliver(handler, 'product.created', anEvent('product.created', productId, cheese));
    expect(await stocks.find(organizationId, productId)).toMatchObject({
      name: 'Goat cheese',
      available: 10,
      lowStockThreshold: 5,
    });
    expect(table.published()).toMatchObject([
      { type: 'inventory.updated', eventData: { currentQuantity: 10, reason: 'initial' } },
    ]);
    expect(table.markers()).toHaveLength(1);
  });

  it('shows the stock on the feed', async () => {
    await deliver(handler, 'product.created', anEvent('product.created', productId, cheese));
    const rows = table.items().filter(({ pk }) => String(pk).startsWith('STOCKFEED#'));
    expect(rows).toMatchObject([{ organizationId, levels: [{ productId, available: 10, reserved: 0, shipped: 0, version: 1 }] }]);
  });

  it('leaves a stock that exists as it is', async () => {
    await deliver(handler, 'product.created', anEvent('product.created', productId, cheese));
    await deliver(handler, 'product.created', anEvent('product.created', productId, { ...cheese, initialStock: 99 }));
    expect(await stocks.find(organizationId, productId)).toMatchObject({ available: 10, version: 1 });
    expect(table.published()).toHaveLength(1);
  });
});

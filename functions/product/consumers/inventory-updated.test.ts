import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { findListing } from '../store/listing-table.ts';
import { readSearchChanges } from '../store/search/search-change-table.ts';

const table = emptyTable('product');
const productId = '0193a000-0000-7000-8000-000000000001';
const created = {
  ...{ productId, localId: '0193a000-0000-7000-8000-0000000000ff', name: 'Ham', category: 'food' },
  ...{ price: { amountMinor: 1250, currency: 'EUR' }, initialStock: 10, lowStockThreshold: 5 },
};
const stocked = (version: number, currentQuantity: number) =>
  deliver(
    handler,
    'inventory.updated',
    anEvent('inventory.updated', productId, { productId, previousQuantity: 0, currentQuantity, reason: 'adjusted' }, version),
  );

describe('onStockUpdated', () => {
  it('keeps the newest count, whatever the order of arrival', async () => {
    await stocked(3, 7);
    await stocked(2, 9);
    expect(await findListing(organizationId, productId)).toMatchObject({ available: 7, stockVersion: 3 });
    expect(table.markers()).toHaveLength(1);
  });

  it('lets searches know only when the last unit goes or the first one comes', async () => {
    await deliver(handler, 'product.created', anEvent('product.created', productId, created));
    await stocked(2, 9);
    expect(await readSearchChanges(organizationId)).toMatchObject({ changes: [{ revision: 1 }] });
    await stocked(3, 0);
    expect(await readSearchChanges(organizationId)).toMatchObject({
      changes: [{ revision: 3, product: { isAvailable: false } }],
    });
  });
});

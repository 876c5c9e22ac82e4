import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { readSearchChanges } from '../store/search/search-change-table.ts';

emptyTable('product');
const productId = '0193a000-0000-7000-8000-000000000001';
const state = {
  productId,
  localId: '0193a000-0000-7000-8000-0000000000ff',
  name: 'Ham',
  category: 'food',
  price: { amountMinor: 1250, currency: 'EUR' },
  lowStockThreshold: 5,
  createdAt: '2026-11-20T10:00:00.000Z',
  updatedAt: at,
};
const update = (version: number, name: string) =>
  deliver(handler, 'product.updated', anEvent('product.updated', productId, { ...state, name, changes: ['name'] }, version));

describe('onProductUpdated', () => {
  it('lists the newest version, whatever the order of arrival', async () => {
    await update(3, 'Best ham');
    await update(2, 'Better ham');
    const { lowStockThreshold: _, updatedAt: __, ...offer } = state;
    expect(await readSearchChanges(organizationId)).toMatchObject({
      changes: [{ revision: 1, product: { ...offer, name: 'Best ham', isAvailable: false } }],
    });
  });

  it('replaces the change before it, which searches need no longer', async () => {
    await update(2, 'Better ham');
    await update(3, 'Best ham');
    const { changes } = await readSearchChanges(organizationId);
    expect(changes).toMatchObject([{ revision: 2, product: { name: 'Best ham' } }]);
  });
});

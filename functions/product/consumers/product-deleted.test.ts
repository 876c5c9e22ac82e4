import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { readSearchChanges } from '../store/search/search-change-table.ts';

emptyTable('product');
const productId = '0193a000-0000-7000-8000-000000000001';
const localId = '0193a000-0000-7000-8000-0000000000ff';
const created = {
  ...{ productId, localId, name: 'Ham', category: 'food', price: { amountMinor: 1250, currency: 'EUR' } },
  ...{ initialStock: 10, lowStockThreshold: 5 },
};
const create = () => deliver(handler, 'product.created', anEvent('product.created', productId, created));
const remove = () =>
  deliver(handler, 'product.deleted', anEvent('product.deleted', productId, { productId, localId, deletedAt: at }, 2));

describe('onProductDeleted', () => {
  it('lets searches know that the product is gone', async () => {
    await create();
    await remove();
    expect(await readSearchChanges(organizationId)).toEqual({ changes: [{ kind: 'product', productId, revision: 2 }] });
  });

  it('stays in force when product.created arrives after it', async () => {
    await remove();
    await create();
    const { changes } = await readSearchChanges(organizationId);
    expect(changes).toMatchObject([{ productId }]);
    expect(changes[0]).not.toHaveProperty('product');
  });
});

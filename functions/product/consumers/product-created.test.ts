import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { findListing } from '../store/listing-table.ts';
import { findSearched, readSearchChanges, searchShards } from '../store/search/search-change-table.ts';

const table = emptyTable('product');
const productId = '0193a000-0000-7000-8000-000000000001';
const offer = {
  localId: '0193a000-0000-7000-8000-0000000000ff',
  name: 'Ham',
  category: 'food',
  price: { amountMinor: 1250, currency: 'EUR' },
  description: 'Cured.',
  unit: '500 g',
  origin: 'Jabugo',
  photos: ['https://photos.example.org/ham.jpg'],
};
const created = { ...offer, productId, initialStock: 10, lowStockThreshold: 5 };
const publish = (data = created) => deliver(handler, 'product.created', anEvent('product.created', productId, data));
const searched = async () =>
  (await Promise.all(Array.from({ length: searchShards }, (_, shard) => findSearched(shard, { limit: 10 })))).flatMap(
    ({ items }) => items,
  );

describe('onProductCreated', () => {
  it('lists the product with the stock it begins with, and lets searches know', async () => {
    await publish();
    const listed = { ...offer, createdAt: at };
    expect(await findListing(organizationId, productId)).toEqual({
      ...{ productId, offer: listed, offerVersion: 1, available: 10, stockVersion: 0, version: 1 },
    });
    expect(await readSearchChanges(organizationId)).toEqual({
      changes: [{ kind: 'product', productId, revision: 1, product: { ...listed, productId, isAvailable: true, revision: 1 } }],
    });
    expect(table.markers()).toHaveLength(1);
  });

  it('lists the organization for the folding of changes, once', async () => {
    await publish();
    const another = '0193a000-0000-7000-8000-000000000002';
    await deliver(handler, 'product.created', anEvent('product.created', another, { ...created, productId: another }));
    expect(await searched()).toEqual([organizationId]);
  });

  it('leaves the stock that inventory has already reported', async () => {
    const stock = { productId, previousQuantity: 0, currentQuantity: 3, reason: 'adjusted' } as const;
    await deliver(handler, 'inventory.updated', anEvent('inventory.updated', productId, stock, 4));
    await publish();
    expect(await findListing(organizationId, productId)).toMatchObject({ available: 3, stockVersion: 4 });
  });

  it('is decided again when another event of the product was first', async () => {
    const stock = { productId, previousQuantity: 0, currentQuantity: 0, reason: 'adjusted' } as const;
    table.beforeNextTransaction(() => deliver(handler, 'inventory.updated', anEvent('inventory.updated', productId, stock, 4)));
    await publish();
    expect(await readSearchChanges(organizationId)).toMatchObject({ changes: [{ product: { isAvailable: false } }] });
  });
});

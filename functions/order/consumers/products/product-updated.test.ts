import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { handler } from '../../consumer.ts';
import { readForPlacement } from '../../store/placement-table.ts';

const table = emptyTable('order');
const productId = '0193a000-0000-7000-8000-000000000001';
const state = {
  productId,
  localId: '0193a000-0000-7000-8000-0000000000ff',
  name: 'Cured ham',
  category: 'food',
  price: { amountMinor: 1300, currency: 'EUR' },
  lowStockThreshold: 5,
};
const update = (version: number, amountMinor: number) => {
  const updated = {
    ...state,
    price: { amountMinor, currency: 'EUR' },
    changes: ['price' as const],
    createdAt: at,
    updatedAt: at,
  };
  return deliver(handler, 'product.updated', anEvent('product.updated', productId, updated, version));
};
const create = () =>
  deliver(handler, 'product.created', anEvent('product.created', productId, { ...state, initialStock: 10 }, 1));
const priceOf = async () => {
  const { catalogue } = await readForPlacement(organizationId, { customerId: productId, productIds: [productId] });
  return Object(catalogue.products.get(productId)).price?.amountMinor;
};

describe('onProductUpdated', () => {
  it('lets the copy follow the catalogue', async () => {
    await create();
    await update(2, 1400);
    expect(await priceOf()).toBe(1400);
    expect(table.markers()).toHaveLength(2);
  });

  it('needs no earlier event, and ignores one that arrives later', async () => {
    await update(3, 1500);
    await create();
    await update(2, 1400);
    expect(await priceOf()).toBe(1500);
  });
});

import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { handler } from '../../consumer.ts';
import { readForPlacement } from '../../store/placement-table.ts';

emptyTable('order');
const productId = '0193a000-0000-7000-8000-000000000001';
const localId = '0193a000-0000-7000-8000-0000000000ff';
const create = () => {
  const offer = { productId, localId, name: 'Ham', category: 'food', price: { amountMinor: 1250, currency: 'EUR' } };
  return deliver(
    handler,
    'product.created',
    anEvent('product.created', productId, { ...offer, initialStock: 10, lowStockThreshold: 5 }, 1),
  );
};
const remove = () =>
  deliver(handler, 'product.deleted', anEvent('product.deleted', productId, { productId, localId, deletedAt: at }, 2));
const copy = async () => {
  const { catalogue } = await readForPlacement(organizationId, { customerId: productId, productIds: [productId] });
  return catalogue.products.get(productId);
};

describe('onProductDeleted', () => {
  it.each<[string, (() => Promise<void>)[]]>([
    ['after the product was published', [create, remove]],
    ['before its publication has arrived', [remove, create]],
    ['twice', [create, remove, remove]],
  ])('ends the sale of the product, delivered %s', async (_, steps) => {
    for (const step of steps) await step();
    expect(await copy()).toBe('deleted');
  });
});

import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { handler } from '../../consumer.ts';
import { readForPlacement } from '../../store/placement-table.ts';

const table = emptyTable('order');
const productId = '0193a000-0000-7000-8000-000000000001';
const offer = {
  productId,
  localId: '0193a000-0000-7000-8000-0000000000ff',
  name: 'Ham',
  price: { amountMinor: 1250, currency: 'EUR' },
};
const deliverVersion = (version: number, name = 'Ham') => {
  const product = { ...offer, name, category: 'food', initialStock: 10, lowStockThreshold: 5 };
  return deliver(handler, 'product.created', anEvent('product.created', productId, product, version));
};
const copy = async () => {
  const { catalogue } = await readForPlacement(organizationId, { customerId: productId, productIds: [productId] });
  return catalogue.products.get(productId);
};

describe('onProductCreated', () => {
  it('keeps what placing an order needs of the product', async () => {
    await deliverVersion(1);
    expect(await copy()).toEqual(offer);
    expect(table.markers()).toHaveLength(1);
  });

  it('replaces an older version, also when versions between the two are missing', async () => {
    await deliverVersion(1);
    await deliverVersion(4, 'Better ham');
    expect(await copy()).toMatchObject({ name: 'Better ham' });
  });

  it('ignores an older version that arrives later', async () => {
    await deliverVersion(4, 'Better ham');
    await deliverVersion(1);
    expect(await copy()).toMatchObject({ name: 'Better ham' });
  });
});

import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, anotherOrganizationId, at, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { newId } from '../../shared/ids.ts';
import { handler as consumer } from '../consumer.ts';
import { newProduct } from '../model/product.ts';
import { handler } from '../rest.ts';
import { products } from '../store/product-table.ts';

const table = emptyTable('product');
const localId = '0193a000-0000-7000-8000-0000000000ff';
const draft = {
  ...{ localId, name: 'Ham', category: 'food', price: { amountMinor: 1250, currency: 'EUR' } },
  ...{ initialStock: 10, lowStockThreshold: 5 },
};
const oldId = '0193a000-0000-7000-8000-000000000001';
const ask = (productId = oldId) =>
  send(handler, 'GET /products/{productId}/availability', {
    params: { productId },
    caller: newCaller({ organizationId, permissions: ['product:read'] }),
    receivedAt: at,
  });
const publish = (productId = oldId, organization = organizationId) => {
  const { product, event } = newProduct(draft, productId, at);
  table.put(products.put(organization, product));
  return event.data;
};
const listed = async () => deliver(consumer, 'product.created', anEvent('product.created', oldId, publish()));
const stocked = (currentQuantity: number) =>
  deliver(
    consumer,
    'inventory.updated',
    anEvent('inventory.updated', oldId, { productId: oldId, previousQuantity: 10, currentQuantity, reason: 'reserved' }, 2),
  );

describe('getAvailability', () => {
  it('is what the product was published with, then what inventory says', async () => {
    await listed();
    expect(await ask()).toMatchObject({ status: 200, body: { productId: oldId, available: 10, isAvailable: true } });
    await stocked(0);
    expect((await ask()).body).toEqual({ productId: oldId, available: 0, isAvailable: false });
  });

  it('is unavailable while the shop is closed', async () => {
    await listed();
    const closed = { localId, name: 'El Roble', status: 'closed', updatedAt: at } as const;
    await deliver(consumer, 'auth.local.updated', anEvent('auth.local.updated', localId, closed, 2));
    expect((await ask()).body).toEqual({ productId: oldId, available: 10, isAvailable: false });
  });

  it('is not known yet for a product of a moment ago', async () => {
    const productId = newId(at);
    publish(productId);
    expect(await ask(productId)).toMatchObject({ status: 503, headers: { 'Retry-After': '1' } });
  });

  it('is 404 for a product that is unknown or another organization’s', async () => {
    expect(await ask()).toMatchObject({ status: 404 });
    publish(oldId, anotherOrganizationId);
    expect(await ask()).toMatchObject({ status: 404 });
  });
});

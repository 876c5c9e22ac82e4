import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anotherOrganizationId, at, organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import type { Product } from '../model/product.ts';
import { handler } from '../rest.ts';
import { products } from '../store/product-table.ts';

const table = emptyTable('product');
const localId = '0193a000-0000-7000-8000-0000000000ff';
const productId = '0193a000-0000-7000-8000-00000000000a';
const product: Product = {
  ...{ productId, localId, name: 'Goat cheese', category: 'dairy', price: { amountMinor: 450, currency: 'EUR' } },
  ...{ lowStockThreshold: 5, createdAt: at, version: 1 },
};
const staff = newCaller({ organizationId, localIds: [localId], permissions: ['product:write', 'product:read'] });
const remove = (headers: Record<string, string> = {}, caller = staff) =>
  send(handler, 'DELETE /products/{productId}', { params: { productId }, caller, receivedAt: at, headers });
const read = (route = 'GET /products/{productId}') => send(handler, route, { params: { productId }, caller: staff });

describe('deleteProduct', () => {
  it('ends the sale: the product reads as 404 from then on, here too', async () => {
    table.put(products.put(organizationId, product));
    expect(await remove()).toMatchObject({ status: 204, rawBody: '' });
    expect(table.published()).toMatchObject([
      { type: 'product.deleted', eventData: { productId, localId, deletedAt: at }, metadata: { aggregateVersion: 2 } },
    ]);
    expect(await read()).toMatchObject({ status: 404 });
    expect(await read('GET /products/{productId}/availability')).toMatchObject({ status: 404 });
    expect(await remove()).toMatchObject({ status: 404 });
    expect(await remove({ 'If-Match': '*' })).toMatchObject({ status: 404 });
    expect(table.published()).toHaveLength(1);
  });

  it('checks If-Match where it is sent', async () => {
    table.put(products.put(organizationId, product));
    expect(await remove({ 'If-Match': '"7"' })).toMatchObject({ status: 412, headers: { ETag: '"1"' } });
    expect(await remove({ 'If-Match': 'nonsense' })).toMatchObject({ status: 400 });
    expect(await remove({ 'If-Match': '"1"' })).toMatchObject({ status: 204 });
  });

  it('is 403 for staff of another shop and 404 for another organization', async () => {
    table.put(products.put(organizationId, product));
    const other = newCaller({ organizationId, localIds: [productId], permissions: ['product:write'] });
    expect(await remove({}, other)).toMatchObject({ status: 403 });
    const foreign = newCaller({ organizationId: anotherOrganizationId, localIds: [localId], permissions: ['product:write'] });
    expect(await remove({}, foreign)).toMatchObject({ status: 404 });
    expect(table.published()).toEqual([]);
  });
});

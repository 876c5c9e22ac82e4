import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anotherOrganizationId, at, organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { handler } from '../rest.ts';
import { products } from '../store/product-table.ts';

const table = emptyTable('product');
const product = {
  productId: '0193a000-0000-7000-8000-00000000000a',
  localId: '0193a000-0000-7000-8000-0000000000ff',
  name: 'Goat cheese',
  category: 'dairy',
  price: { amountMinor: 450, currency: 'EUR' },
  lowStockThreshold: 5,
  createdAt: at,
  version: 1,
};
const get = (productId: string) =>
  send(handler, 'GET /products/{productId}', {
    params: { productId },
    caller: newCaller({ organizationId, permissions: ['product:read'] }),
  });

describe('getProduct', () => {
  it('shows a product without its version, which is the ETag', async () => {
    table.put(products.put(organizationId, product));
    const { version: _, ...shown } = product;
    const found = await get(product.productId);
    expect(found).toMatchObject({ status: 200, headers: { ETag: '"1"' } });
    expect(found.body).toEqual(shown);
  });

  it('takes the id in upper case as the same id', async () => {
    table.put(products.put(organizationId, product));
    expect(await get(product.productId.toUpperCase())).toMatchObject({ status: 200 });
  });

  it('is 404 for a product that is unknown or another organization’s', async () => {
    table.put(products.put(anotherOrganizationId, product));
    expect(await get(product.productId)).toMatchObject({ status: 404 });
  });
});

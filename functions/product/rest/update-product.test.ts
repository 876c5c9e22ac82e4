import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anotherOrganizationId, at, organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { decideDeletion, type Product } from '../model/product.ts';
import { handler } from '../rest.ts';
import { products } from '../store/product-table.ts';

const table = emptyTable('product');
const localId = '0193a000-0000-7000-8000-0000000000ff';
const product: Product = {
  productId: '0193a000-0000-7000-8000-00000000000a',
  localId,
  name: 'Goat cheese',
  category: 'dairy',
  price: { amountMinor: 450, currency: 'EUR' },
  lowStockThreshold: 5,
  description: 'From raw milk.',
  unit: '500 g',
  origin: 'Cazorla',
  photos: ['https://photos.example.org/cheese.jpg'],
  createdAt: '2026-11-20T10:00:00.000Z',
  version: 1,
};
const { productId } = product;
const staff = newCaller({ organizationId, localIds: [localId], permissions: ['product:write', 'product:read'] });
const patch = (body: unknown, ifMatch: string | undefined = '"1"', caller = staff) =>
  send(handler, 'PATCH /products/{productId}', {
    params: { productId },
    body,
    caller,
    receivedAt: at,
    headers: ifMatch === undefined ? {} : { 'If-Match': ifMatch },
  });
const store = (stored = product, organization = organizationId) => table.put(products.put(organization, stored));

describe('updateProduct', () => {
  it('changes the fields it is sent, and no others', async () => {
    store();
    const answer = await patch({ price: { amountMinor: 500, currency: 'EUR' }, unit: null });
    const { version: _, unit: __, ...kept } = product;
    expect(answer).toMatchObject({ status: 200, headers: { ETag: '"2"' } });
    expect(answer.body).toEqual({ ...kept, price: { amountMinor: 500, currency: 'EUR' }, updatedAt: at });
    expect(table.published()).toMatchObject([
      {
        type: 'product.updated',
        eventData: { changes: ['price', 'unit'], name: 'Goat cheese' },
        metadata: { aggregateVersion: 2 },
      },
    ]);
    const found = await send(handler, 'GET /products/{productId}', { params: { productId }, caller: staff });
    expect(found.body).toEqual(answer.body);
  });

  it('writes and publishes nothing when nothing changes', async () => {
    store();
    expect(await patch({ name: 'Goat cheese', description: 'From raw milk.' })).toMatchObject({
      status: 200,
      headers: { ETag: '"1"' },
    });
    expect(table.published()).toEqual([]);
    expect(await products.find(organizationId, productId)).toEqual(product);
  });

  it.each(['name', 'category', 'price', 'lowStockThreshold'])('cannot remove %s', async (field) => {
    store();
    expect(await patch({ [field]: null })).toMatchObject({ status: 422, body: { errors: [{ path: `/${field}` }] } });
    expect(table.published()).toEqual([]);
  });

  it.each(['localId', 'productId', 'version', 'createdAt'])('cannot change %s', async (field) => {
    store();
    expect(await patch({ [field]: product.productId })).toMatchObject({ status: 422, body: { errors: [{ path: `/${field}` }] } });
  });

  it.each(['*', '"7", "1"', '"1"'])('accepts If-Match: %s', async (ifMatch) => {
    store();
    expect(await patch({ name: 'Cheese' }, ifMatch)).toMatchObject({ status: 200 });
  });

  it.each([
    ['"7"', 412],
    ['W/"1"', 412],
    ['1', 400],
    ['"1", nonsense', 400],
    [undefined, 428],
  ])('refuses If-Match: %s with %i, and changes nothing', async (ifMatch, status) => {
    store();
    const answer = await send(handler, 'PATCH /products/{productId}', {
      params: { productId },
      body: { name: 'Cheese' },
      caller: staff,
      headers: ifMatch === undefined ? {} : { 'If-Match': ifMatch },
    });
    expect(answer.status).toBe(status);
    if (status === 412) expect(answer.headers).toMatchObject({ ETag: '"1"' });
    expect(await products.find(organizationId, productId)).toEqual(product);
  });

  it('succeeds once among 20 parallel requests with the same tag, and publishes once', async () => {
    store();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => patch({ name: `Cheese ${index}` })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
    expect(table.published()).toHaveLength(1);
  });

  it('is 403 for staff of another shop, and possible for an admin', async () => {
    store();
    const other = newCaller({ organizationId, localIds: [productId], permissions: ['product:write'] });
    expect(await patch({ name: 'Cheese' }, '*', other)).toMatchObject({ status: 403 });
    const admin = newCaller({ organizationId, permissions: ['product:write', 'auth:manage'] });
    expect(await patch({ name: 'Cheese' }, '*', admin)).toMatchObject({ status: 200 });
  });

  it('is 404 for a product of another organization, and for a deleted one, with any tag', async () => {
    store(product, anotherOrganizationId);
    expect(await patch({ name: 'Cheese' }, '*')).toMatchObject({ status: 404 });
    store();
    store(decideDeletion(product, at).product);
    for (const ifMatch of ['*', '"1"', '"2"']) expect(await patch({ name: 'Cheese' }, ifMatch)).toMatchObject({ status: 404 });
  });
});

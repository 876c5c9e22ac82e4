import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeOf, marketProducts, searchProduct } from '../../../tests/kit/catalogue.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anotherOrganizationId, at, organizationId, runJob } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { type StubS3, startStubS3 } from '../../../tests/kit/stub-s3.ts';
import { handler as foldSearchChanges } from '../jobs/fold-search-changes.ts';
import type { SearchProduct } from '../model/search/search-change.ts';
import { handler } from '../search.ts';
import { forgetIndexes } from '../store/search/current-index.ts';
import { putSearchChange, searchRegistration } from '../store/search/search-change-table.ts';

const table = emptyTable('product');
let s3: StubS3;
beforeAll(async () => {
  s3 = await startStubS3('search');
});
afterAll(() => s3.stop());
beforeEach(() => {
  s3.versions.clear();
  forgetIndexes();
  for (const [name, value] of Object.entries(s3.settings)) vi.stubEnv(name, value);
});

const search = (query: Record<string, string> = {}, organization = organizationId) =>
  send(handler, 'GET /products/search', {
    query,
    caller: newCaller({ organizationId: organization, permissions: ['product:read'] }),
  });
const add = (products: readonly SearchProduct[], organization = organizationId) => {
  for (const product of products) table.put(putSearchChange(organization, changeOf(product)));
};
const fold = async () => {
  table.put(...(await searchRegistration(organizationId)));
  return runJob(foldSearchChanges, at);
};

describe('searchProducts', () => {
  it('shows every field of a product, and what there is of each kind', async () => {
    const product: Required<SearchProduct> = {
      ...searchProduct(1, { name: 'Queso' }),
      ...{ description: 'Curado.', unit: '500 g', origin: 'Cazorla', photos: ['https://photos.example.org/queso.jpg'] },
    };
    add([product]);
    const { revision: _, ...shown } = product;
    const { status, body } = await search({ q: 'QUESÓ' });
    expect(status).toBe(200);
    expect(body).toEqual({
      products: [shown],
      total: 1,
      facets: {
        category: [{ value: 'cheese', count: 1 }],
        localId: [{ value: product.localId, count: 1 }],
        currency: [{ value: 'EUR', count: 1 }],
        availability: [{ value: 'available', count: 1 }],
      },
    });
  });

  it('finds nothing of another organization', async () => {
    add([searchProduct(1)], anotherOrganizationId);
    expect(await search()).toMatchObject({ body: { total: 0, products: [] } });
  });

  it('knows a change at once', async () => {
    add([searchProduct(1, { name: 'Queso' })]);
    expect(await search()).toMatchObject({ body: { products: [{ name: 'Queso' }] } });
    add([searchProduct(1, { name: 'Queso curado', revision: 2 })]);
    expect(await search({ q: 'curado' })).toMatchObject({ body: { products: [{ name: 'Queso curado' }] } });
  });

  it('walks all pages once, also when the changes are folded between two pages', async () => {
    add(marketProducts(300));
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { body }: { body: unknown } = await search({ sort: 'price', limit: '50', ...(cursor !== undefined && { cursor }) });
      const page = Object(body);
      found.push(...page.products.map(({ productId }: SearchProduct) => productId));
      cursor = page.nextCursor;
      if (found.length === 100) expect(await fold()).toMatchObject({ folded: 1, foldedChanges: 300 });
    } while (cursor !== undefined);
    expect(found).toHaveLength(300);
    expect(new Set(found).size).toBe(300);
  });

  it('asks AWS once for each page, and once more for the snapshot when the process is new: with 200 products as with 3,000', async () => {
    for (const count of [200, 3000]) {
      add(marketProducts(count));
      await fold();
      forgetIndexes();
      await search();
      s3.asked.length = 0;
      table.requests().length = 0;
      await search({ q: 'queso' });
      expect({ table: table.requests().map(({ command }) => command), s3: s3.asked }).toEqual({
        table: ['QueryCommand'],
        s3: [],
      });
      forgetIndexes();
      table.requests().length = 0;
      await search({ q: 'queso' });
      expect(table.requests()).toHaveLength(1);
      expect(s3.asked.length).toBeLessThanOrEqual(1);
    }
  });

  it.each([
    [{ minPrice: '100' }, '/currency'],
    [{ currency: 'EUR', minPrice: '200', maxPrice: '100' }, '/maxPrice'],
    [{ sort: 'colour' }, '/sort'],
    [{ availability: 'maybe' }, '/availability'],
    [{ limit: '51' }, '/limit'],
    [{ colour: 'red' }, '/colour'],
    [{ q: '' }, '/q'],
  ])('refuses %j and names the place', async (query, path) => {
    expect(await search(query)).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  });

  it('refuses a cursor of another search, of another organization, and one that was made up', async () => {
    add(marketProducts(30));
    const { body } = await search({ sort: 'name', limit: '5' });
    const cursor = String(Object(body).nextCursor);
    expect(await search({ sort: 'name', limit: '10', cursor })).toMatchObject({ status: 200 });
    const bad = { status: 422, body: { errors: [{ path: '/cursor' }] } };
    expect(await search({ sort: 'price', limit: '5', cursor })).toMatchObject(bad);
    expect(await search({ sort: 'name', limit: '5', cursor }, anotherOrganizationId)).toMatchObject(bad);
    expect(await search({ sort: 'name', limit: '5', cursor: 'bm9uc2Vuc2U' })).toMatchObject(bad);
    const parts = JSON.parse(String(Buffer.from(cursor, 'base64url')));
    const madeUp = Buffer.from(JSON.stringify([parts[0], { ...parts[1], key: 'x' }])).toString('base64url');
    expect(await search({ sort: 'name', limit: '5', cursor: madeUp })).toMatchObject(bad);
  });

  it('takes a category in either form of an accent', async () => {
    add([searchProduct(1, { category: 'lácteos' })]);
    expect(await search({ category: 'la\u0301cteos' })).toMatchObject({ body: { total: 1 } });
  });
});

import { describe, expect, it } from 'vitest';
import { changeOf, marketProducts, searchProduct, shopId } from '../../../../tests/kit/catalogue.ts';
import { CatalogueIndex } from './catalogue-index.ts';
import { type SearchQuery, searchCatalogue } from './catalogue-search.ts';

const indexOf = (products: readonly ReturnType<typeof searchProduct>[]) => {
  const index = CatalogueIndex.empty();
  index.apply(products.map(changeOf));
  return index;
};
/** As S3 holds it. */
const stored = (index: CatalogueIndex) => JSON.parse(JSON.stringify(index.snapshot()));
const all = { sort: 'name', limit: 50 } as const;
const names = (index: CatalogueIndex, query: SearchQuery = all) => searchCatalogue(index, query).products.map(({ name }) => name);

const texts = ['jamón', 'jamn', 'ques', 'el roble', 'nunez', 'de pueblo', 'avila', 'tinto 1', 'xyz', undefined];
const sorts = ['relevance', 'price', '-price', 'name', 'newest'] as const;
const queries = texts.flatMap((q) => sorts.map((sort): SearchQuery => ({ ...(q !== undefined && { q }), sort, limit: 20 })));

describe('CatalogueIndex', () => {
  const products = marketProducts(500);

  it('answers 50 queries the same when it was just built, when it was stored, and when it was stored in another format', () => {
    const built = indexOf(products);
    const loaded = CatalogueIndex.from(stored(built));
    const otherFormat = { ...stored(built), format: 0, words: {}, products: products.toReversed() };
    const rebuilt = CatalogueIndex.from(otherFormat);
    expect(queries).toHaveLength(50);
    for (const query of queries) {
      const answer = searchCatalogue(built, query);
      expect(searchCatalogue(loaded, query), JSON.stringify(query)).toEqual(answer);
      expect(searchCatalogue(rebuilt, query), JSON.stringify(query)).toEqual(answer);
    }
  });

  it('answers the same after changes as one that was built from their result', () => {
    const changed = indexOf(products);
    changed.apply(products.map((product, n) => changeOf({ ...product, revision: 2, name: `${product.name} bis ${n % 3}` })));
    changed.apply(products.slice(0, 100).map(({ productId }) => ({ kind: 'product', productId, revision: 3 })));
    const built = indexOf(products.map((product, n) => ({ ...product, name: `${product.name} bis ${n % 3}` })).slice(100));
    for (const query of queries) expect(searchCatalogue(changed, query)).toEqual(searchCatalogue(built, query));
  });

  it('takes a later revision, and not an earlier or repeated one', () => {
    const index = indexOf([searchProduct(1, { name: 'Queso', revision: 5 })]);
    index.apply([
      changeOf(searchProduct(1, { name: 'Old', revision: 4 })),
      changeOf(searchProduct(1, { name: 'Same', revision: 5 })),
    ]);
    expect(names(index)).toEqual(['Queso']);
    index.apply([changeOf(searchProduct(1, { name: 'Queso añejo', revision: 6 }))]);
    expect(names(index)).toEqual(['Queso añejo']);
    expect(names(index, { ...all, q: 'anejo' })).toEqual(['Queso añejo']);
    index.apply([{ kind: 'product', productId: searchProduct(1).productId, revision: 7 }]);
    expect(names(index)).toEqual([]);
    expect(index.size).toBe(0);
  });

  it('hides the products of a closed shop until it opens again, and takes its later name', () => {
    const index = indexOf([searchProduct(1), searchProduct(2, { localId: shopId(2) })]);
    const shop = { localId: shopId(1), name: 'El Roble', isClosed: true, revision: 2 };
    const apply = (change: Partial<typeof shop>) => {
      const changed = { ...shop, ...change };
      index.apply([{ kind: 'shop', shop: changed, revision: changed.revision }]);
    };
    apply({});
    const closed = searchCatalogue(index, all);
    expect(closed).toMatchObject({ total: 1, facets: { localId: [{ value: shopId(2), count: 1 }] } });
    apply({ revision: 1, isClosed: false });
    expect(searchCatalogue(index, all).total).toBe(1);
    apply({ revision: 3, isClosed: false, name: 'La Encina' });
    expect(searchCatalogue(index, all)).toMatchObject({
      total: 2,
      products: [{ localName: 'La Encina' }, {}],
      facets: { localId: expect.arrayContaining([{ value: shopId(1), name: 'La Encina', count: 1 }]) },
    });
  });
});

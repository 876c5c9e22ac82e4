import { describe, expect, it } from 'vitest';
import { changeOf, marketProducts, searchProduct, shopId } from '../../../../tests/kit/catalogue.ts';
import { CatalogueIndex } from './catalogue-index.ts';
import { type SearchPage, type SearchQuery, searchCatalogue } from './catalogue-search.ts';
import type { SearchProduct } from './search-change.ts';

const indexOf = (products: readonly SearchProduct[]) => {
  const index = CatalogueIndex.empty();
  index.apply(products.map(changeOf));
  return index;
};
const named = (...names: string[]) => indexOf(names.map((name, number) => searchProduct(number, { name })));
const search = (index: CatalogueIndex, query: Partial<SearchQuery>) =>
  searchCatalogue(index, { sort: 'relevance', limit: 50, ...query });
const names = ({ products }: SearchPage) => products.map(({ name }) => name);
/** Every product of a search, walked in pages; `between` runs before each further page and returns the index for it. */
function walk(index: CatalogueIndex, query: Partial<SearchQuery>, limit = 7, between = (current: CatalogueIndex) => current) {
  const found: string[] = [];
  let current = index;
  let page = search(current, { ...query, limit });
  for (;;) {
    found.push(...page.products.map(({ productId }) => productId));
    if (page.next === undefined) return { found, total: page.total };
    expect(page.products).toHaveLength(limit);
    current = between(current);
    page = search(current, { ...query, limit, after: page.next });
  }
}

describe('words', () => {
  const stored = ['Jamón ibérico', 'JAMON serrano', 'Jamo\u0301n de york'];
  const ways = ['jamón', 'jamon', 'JAMÓN', 'jamo\u0301n'];

  it('are found without regard to case and accents: whole, as a beginning and with a typo', () => {
    const index = named(...stored, 'Queso');
    for (const shorten of [(word: string) => word, (word: string) => word.slice(0, 3), (word: string) => `x${word}`]) {
      const found = ways.map((way) => names(search(index, { q: shorten(way) })));
      expect(found[0]).toHaveLength(3);
      for (const other of found) expect(other).toEqual(found[0]);
    }
  });

  it.each([
    ['quezo', ['Queso']],
    ['qeso', ['Queso']],
    ['zueto', []],
    ['pna', []],
    ['membrlllo', ['Membrillo']],
    ['menbrilo', ['Membrillo']],
  ])('%s finds %j', (q, expected) => {
    expect(names(search(named('Queso', 'Membrillo', 'Pan'), { q }))).toEqual(expected);
  });

  it('must all be found, in whatever field', () => {
    const index = indexOf([
      searchProduct(1, { name: 'Queso curado', origin: 'Cazorla' }),
      searchProduct(2, { name: 'Queso tierno', description: 'Curado no.', origin: 'Ávila' }),
      searchProduct(3, { name: 'Aceite', origin: 'Cazorla' }),
    ]);
    expect(names(search(index, { q: 'cazorla queso' }))).toEqual(['Queso curado']);
    expect(names(search(index, { q: 'queso curado' }))).toEqual(['Queso curado', 'Queso tierno']);
  });

  it('rank whole words before beginnings before typos, and the name before other fields', () => {
    const index = indexOf([
      searchProduct(1, { name: 'Mielada' }),
      searchProduct(2, { name: 'Mie' }),
      searchProduct(3, { name: 'Turrón', description: 'Con miel.' }),
      searchProduct(4, { name: 'Miel' }),
      searchProduct(5, { name: 'Hiel' }),
    ]);
    expect(names(search(index, { q: 'miel' }))).toEqual(['Miel', 'Turrón', 'Mielada', 'Hiel', 'Mie']);
  });

  it('that are no words find nothing', () => {
    expect(search(named('Queso'), { q: '¡!' })).toMatchObject({ products: [], total: 0 });
  });
});

describe('order', () => {
  const spanish = ['Ámbar', 'ámbar', 'Ávila', 'Nuez', 'Ñora', 'Oliva', 'peña', 'Peña', 'Zamora'];
  const compare = new Intl.Collator('es').compare;

  it('of names is that of Spanish, rising and falling, and across pages', () => {
    const index = named(...spanish.toReversed());
    const rising = spanish.toSorted(compare);
    expect(names(search(index, { sort: 'name' }))).toEqual(rising);
    expect(rising.indexOf('Ñora')).toBe(rising.indexOf('Nuez') + 1);
    expect(rising.indexOf('Ávila')).toBeLessThan(rising.indexOf('Nuez'));
    expect(names(search(index, { sort: '-name' }))).toEqual(rising.toReversed());
    const idOf = new Map(index.byName.map(({ product }) => [product.productId, product.name]));
    expect(walk(index, { sort: 'name' }, 2).found.map((id) => idOf.get(id))).toEqual(rising);
    expect(walk(index, { sort: '-name' }, 2).found.map((id) => idOf.get(id))).toEqual(rising.toReversed());
  });

  it('of prices compares within a currency; of newest by the time of publication', () => {
    const of = (number: number, amountMinor: number, currency: string) =>
      searchProduct(number, {
        name: `${currency} ${amountMinor}`,
        price: { amountMinor, currency },
        createdAt: `2026-11-2${number}T10:00:00.000Z`,
      });
    const index = indexOf([of(1, 300, 'EUR'), of(2, 200, 'USD'), of(3, 100, 'EUR'), of(4, 400, 'USD')]);
    expect(names(search(index, { sort: 'price' }))).toEqual(['EUR 100', 'EUR 300', 'USD 200', 'USD 400']);
    expect(names(search(index, { sort: '-price' }))).toEqual(['EUR 300', 'EUR 100', 'USD 400', 'USD 200']);
    expect(names(search(index, { sort: 'newest' }))).toEqual(['USD 400', 'EUR 100', 'USD 200', 'EUR 300']);
  });
});

describe('pages', () => {
  const tied = Array.from({ length: 100 }, (_, number) => searchProduct(number, { name: 'Queso' }));
  const sorts = ['relevance', 'price', '-price', 'name', '-name', 'newest'] as const;
  const rebuilt = (index: CatalogueIndex) => CatalogueIndex.from(JSON.parse(JSON.stringify(index.snapshot())));

  it.each(sorts)('hold each of 100 products that tie by %s exactly once, also while the index is built again', (sort) => {
    const queries: Partial<SearchQuery>[] = [{ sort }, { sort, q: 'ques' }];
    for (const query of queries) {
      for (const between of [(index: CatalogueIndex) => index, rebuilt]) {
        const { found, total } = walk(indexOf(tied), query, 7, between);
        expect(total).toBe(100);
        expect(new Set(found).size).toBe(100);
        expect(found).toHaveLength(100);
      }
    }
  });

  it.each(sorts)('by %s hold the others once when some are published and deleted in between', (sort) => {
    let number = 1000;
    const disturb = (index: CatalogueIndex) => {
      number += 1;
      const gone = { kind: 'product' as const, productId: searchProduct(number - 1001).productId, revision: 2 };
      index.apply([changeOf(searchProduct(number, { name: 'Queso' })), gone]);
      return index;
    };
    const { found } = walk(indexOf(tied), { sort }, 7, disturb);
    expect(new Set(found).size).toBe(found.length);
    const stays = tied.slice(20).map(({ productId }) => productId);
    expect(stays.filter((id) => !found.includes(id))).toEqual([]);
  });

  it('have no next one when the last is exactly full', () => {
    expect(search(indexOf(tied), { limit: 100 }).next).toBeUndefined();
    expect(search(indexOf(tied), { limit: 99 }).next).toBeDefined();
  });
});

describe('facets and filters', () => {
  const index = indexOf(
    marketProducts(400).map((product, number) =>
      number % 8 === 0 ? { ...product, price: { ...product.price, currency: 'USD' } } : product,
    ),
  );
  const countOf = (page: SearchPage, facet: keyof SearchPage['facets'], value: string) =>
    page.facets[facet].find((count) => count.value === value)?.count ?? 0;

  it('still count the siblings of a chosen value, and respect all other filters', () => {
    const chosen = search(index, { category: 'queso' });
    const free = search(index, {});
    expect(chosen.facets.category).toEqual(free.facets.category);
    expect(countOf(chosen, 'availability', 'available') + countOf(chosen, 'availability', 'unavailable')).toBe(chosen.total);
  });

  it('count what walking all pages with that value finds', () => {
    const base: Partial<SearchQuery> = {
      q: 'de',
      category: 'queso',
      currency: 'EUR',
      minPrice: 500,
      maxPrice: 4000,
      availability: 'available',
    };
    const { facets } = search(index, base);
    for (const name of ['category', 'localId', 'currency', 'availability'] as const) {
      expect(facets[name].length, name).toBeGreaterThan(0);
      for (const { value, count } of facets[name]) {
        expect(walk(index, { ...base, [name]: value }).found, `${name} ${value}`).toHaveLength(count);
      }
    }
  });

  it('list a chosen value that was not found, and the fifty most frequent others', () => {
    const many = indexOf(Array.from({ length: 60 }, (_, n) => searchProduct(n, { category: `category ${n}` })));
    const { facets, total } = search(many, { category: 'unknown' });
    expect(total).toBe(0);
    expect(facets.category).toHaveLength(51);
    expect(facets.category.at(-1)).toEqual({ value: 'unknown', count: 0 });
  });

  it('narrow the results by shop, price, availability and category together', () => {
    const found = search(index, { localId: shopId(1), currency: 'EUR', minPrice: 1000, availability: 'available' });
    expect(found.total).toBeGreaterThan(0);
    for (const { localId, price, isAvailable } of found.products) {
      expect({ localId, currency: price.currency, isAvailable }).toEqual({
        localId: shopId(1),
        currency: 'EUR',
        isAvailable: true,
      });
      expect(price.amountMinor).toBeGreaterThanOrEqual(1000);
    }
  });
});

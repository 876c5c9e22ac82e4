import type { AvailabilityValue, FoundProduct, SearchFacets } from '../../../../generated/rest/types.ts';
import type { CatalogueIndex, Entry } from './catalogue-index.ts';
import { FacetCounts } from './facet-counts.ts';
import { FirstHits } from './first-hits.ts';
import { hitOrder, type Place, type Sort } from './hit-order.ts';
import { ValueList } from './value-list.ts';

export type SearchQuery = {
  q?: string;
  category?: string;
  localId?: string;
  currency?: string;
  /** Minor units. */
  minPrice?: number;
  maxPrice?: number;
  availability?: AvailabilityValue;
  sort: Sort;
  limit: number;
  /** The end of the page before. */
  after?: Place;
};

export type SearchPage = {
  products: FoundProduct[];
  /** On all pages. */
  total: number;
  facets: SearchFacets;
  /** The end of this page, if there is another one. */
  next?: Place;
};

/** Filters that a product fails, as bits. Each facet leaves one of them out. */
const failed = { price: 1, category: 2, localId: 4, currency: 8, availability: 16 } as const;

const availabilityValues = new ValueList();
const available = availabilityValues.numberOf('available');
const unavailable = availabilityValues.numberOf('unavailable');

/** One page of the products that a query finds, and how many there are by the values of the facets. */
export function searchCatalogue(index: CatalogueIndex, query: SearchQuery): SearchPage {
  const { q, sort, limit, after } = query;
  const ranks = q === undefined ? undefined : index.words.ranks(q);
  const order = hitOrder(sort, index, ranks);
  // One more than the page holds tells whether there is another page.
  const first = new FirstHits<Entry>(limit + 1, order.compare);
  const counts = {
    category: new FacetCounts(index.categories),
    localId: new FacetCounts(index.shopIds),
    currency: new FacetCounts(index.currencies),
    availability: new FacetCounts(availabilityValues),
  };
  const failedBy = filtersOf(index, query);
  let total = 0;
  for (const entry of candidates(index, ranks)) {
    if (index.isHidden(entry)) continue;
    const failures = failedBy(entry);
    if (failures === 0) {
      total += 1;
      if (after === undefined || order.isAfter(entry, after)) first.offer(entry);
    }
    if (failures === 0 || failures === failed.category) counts.category.count(entry.category);
    if (failures === 0 || failures === failed.localId) counts.localId.count(entry.shop);
    if (failures === 0 || failures === failed.currency) counts.currency.count(entry.currency);
    if (failures === 0 || failures === failed.availability)
      counts.availability.count(entry.isAvailable ? available : unavailable);
  }
  const page = first.items.slice(0, limit);
  const last = page.at(-1);
  return {
    products: page.map((entry) => shown(index, entry)),
    total,
    facets: {
      category: counts.category.facet(query.category),
      localId: counts.localId.facet(query.localId).map((count) => ({ ...count, ...named(index, count.value) })),
      currency: counts.currency.facet(query.currency),
      availability: counts.availability.facet(query.availability),
    },
    ...(first.items.length > limit && last !== undefined && { next: order.placeAt(last) }),
  };
}

function candidates(index: CatalogueIndex, ranks: ReadonlyMap<string, number> | undefined): readonly Entry[] {
  return ranks === undefined ? index.byName : Array.from(ranks.keys()).flatMap((productId) => index.entry(productId) ?? []);
}

function filtersOf(index: CatalogueIndex, query: SearchQuery): (entry: Entry) => number {
  const { minPrice = 0, maxPrice = Number.POSITIVE_INFINITY, availability } = query;
  const category = chosenNumber(index.categories, query.category);
  const shop = chosenNumber(index.shopIds, query.localId);
  const currency = chosenNumber(index.currencies, query.currency);
  const wanted = availability === undefined ? undefined : availability === 'available';
  return (entry) => {
    let failures = 0;
    if (entry.amountMinor < minPrice || entry.amountMinor > maxPrice) failures |= failed.price;
    if (category !== undefined && entry.category !== category) failures |= failed.category;
    if (shop !== undefined && entry.shop !== shop) failures |= failed.localId;
    if (currency !== undefined && entry.currency !== currency) failures |= failed.currency;
    if (wanted !== undefined && entry.isAvailable !== wanted) failures |= failed.availability;
    return failures;
  };
}

/** The number of a chosen value. One that no product has is a number that none has. */
const chosenNumber = (list: ValueList, value: string | undefined) => (value === undefined ? undefined : (list.find(value) ?? -1));

function shown(index: CatalogueIndex, { product: { revision: _revision, ...product } }: Entry): FoundProduct {
  const { name: localName } = named(index, product.localId);
  return { ...product, ...(localName !== undefined && { localName }) };
}

function named(index: CatalogueIndex, localId: string): { name?: string } {
  const shop = index.shops.get(localId);
  return shop === undefined ? {} : { name: shop.name };
}

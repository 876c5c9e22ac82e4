import type { Operations } from '../../../../generated/rest/operations.ts';
import type { CatalogueIndex, Entry } from './catalogue-index.ts';
import { placeOf } from './name-order.ts';

export type Sort = Operations['GET /products/search']['query']['sort'];

/**
 * A place in an order of products: after the product that had these keys. It holds no number of the index, so it is the same place
 * after the index was built again.
 */
export type Place = { group: string; key: number; name: string; productId: string };

/** Compares two places in an order. The lower one comes first; no two products are equal. */
export type HitOrder = {
  compare(one: Entry, other: Entry): number;
  isAfter(entry: Entry, place: Place): boolean;
  placeAt(entry: Entry): Place;
};

/** The order that a search asks for. `ranks` are those of its words. */
export function hitOrder(sort: Sort, index: CatalogueIndex, ranks: ReadonlyMap<string, number> | undefined): HitOrder {
  const { key, isByCurrency = false, nameDirection = 1 } = keysOf(sort, ranks);
  const groupOf = ({ currency }: Entry) => (isByCurrency ? (index.currencies.values[currency] ?? '') : '');
  /** Where a name belongs among those of the index. It is found once for each place. */
  let known: { place: Place; rank: number } | undefined;
  const rankOf = (place: Place) => {
    if (known?.place !== place) known = { place, rank: placeOf(place, index.byName) };
    return known.rank;
  };
  return {
    compare(one, other) {
      if (isByCurrency && one.currency !== other.currency) return compareCodes(groupOf(one), groupOf(other));
      return key(one) - key(other) || nameDirection * (one.nameRank - other.nameRank);
    },
    isAfter(entry, place) {
      const compared = compareCodes(groupOf(entry), place.group) || key(entry) - place.key;
      if (compared !== 0) return compared > 0;
      if (entry.product.productId === place.productId && entry.product.name === place.name) return false;
      return nameDirection === 1 ? entry.nameRank >= rankOf(place) : entry.nameRank < rankOf(place);
    },
    placeAt: (entry) => {
      const { name, productId } = entry.product;
      return { group: groupOf(entry), key: key(entry), name, productId };
    },
  };
}

const compareCodes = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** Lower keys come first. Amounts in different currencies cannot be compared. */
type Keys = { key: (entry: Entry) => number; isByCurrency?: boolean; nameDirection?: 1 | -1 };

function keysOf(sort: Sort, ranks: ReadonlyMap<string, number> | undefined): Keys {
  switch (sort) {
    case 'relevance':
      return { key: ranks === undefined ? () => 0 : ({ product }) => -(ranks.get(product.productId) ?? 0) };
    case 'price':
      return { key: ({ amountMinor }) => amountMinor, isByCurrency: true };
    case '-price':
      return { key: ({ amountMinor }) => -amountMinor, isByCurrency: true };
    case 'newest':
      return { key: ({ publishedMs }) => -publishedMs };
    case 'name':
      return { key: () => 0 };
    case '-name':
      return { key: () => 0, nameDirection: -1 };
  }
}

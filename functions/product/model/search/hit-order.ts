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
  const { group, key, nameDirection } = keysOf(sort, ranks);
  /** Where a name belongs among those of the index. It is found once for each place. */
  let known: { place: Place; rank: number } | undefined;
  const rankOf = (place: Place) => {
    if (known?.place !== place) known = { place, rank: placeOf(place, index.byName) };
    return known.rank;
  };
  const byGroup = (one: string, other: string) => (one < other ? -1 : Number(one > other));
  return {
    compare: (one, other) =>
      byGroup(group(one), group(other)) || key(one) - key(other) || nameDirection * (one.nameRank - other.nameRank),
    isAfter(entry, place) {
      const compared = byGroup(group(entry), place.group) || key(entry) - place.key;
      if (compared !== 0) return compared > 0;
      if (entry.product.productId === place.productId && entry.product.name === place.name) return false;
      return nameDirection === 1 ? entry.nameRank >= rankOf(place) : entry.nameRank < rankOf(place);
    },
    placeAt: (entry) => {
      const { name, productId } = entry.product;
      return { group: group(entry), key: key(entry), name, productId };
    },
  };
}

type Keys = { group: (entry: Entry) => string; key: (entry: Entry) => number; nameDirection: 1 | -1 };

const ungrouped = () => '';

function keysOf(sort: Sort, ranks: ReadonlyMap<string, number> | undefined): Keys {
  switch (sort) {
    case 'relevance':
      return { group: ungrouped, key: ({ product }) => -(ranks?.get(product.productId) ?? 0), nameDirection: 1 };
    case 'price':
      return { group: currencyOf, key: ({ product }) => product.price.amountMinor, nameDirection: 1 };
    case '-price':
      return { group: currencyOf, key: ({ product }) => -product.price.amountMinor, nameDirection: 1 };
    case 'newest':
      return { group: ungrouped, key: ({ product }) => -Date.parse(product.createdAt), nameDirection: 1 };
    case 'name':
      return { group: ungrouped, key: () => 0, nameDirection: 1 };
    case '-name':
      return { group: ungrouped, key: () => 0, nameDirection: -1 };
  }
}

/** Amounts in different currencies cannot be compared. */
const currencyOf = ({ product }: Entry) => product.price.currency;

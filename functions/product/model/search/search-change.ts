import { isAvailable, type Listing, type Offer } from '../listing.ts';

/** A product as a search finds and shows it. */
export type SearchProduct = Offer & {
  productId: string;
  isAvailable: boolean;
  /** Of its listing: a later one replaces an earlier one. */
  revision: number;
};

export type Shop = { localId: string; name: string; isClosed: boolean; revision: number };

/** What a search must know that the snapshot may not hold yet. Without `product`, it is sold no more. */
export type SearchChange =
  | { kind: 'product'; productId: string; revision: number; product?: SearchProduct }
  | { kind: 'shop'; shop: Shop; revision: number };

/** The state of a listing as a search must know it. */
export function searchChangeOf({ productId, offer, version, ...stock }: Listing): SearchChange {
  if (offer === undefined) return { kind: 'product', productId, revision: version };
  const product = { ...offer, productId, isAvailable: isAvailable(stock), revision: version };
  return { kind: 'product', productId, revision: version, product };
}

import type { EventDataByType } from '../../../generated/events/types.ts';
import type { Money } from '../../../generated/shared.ts';

/** What buyers see of a product before they look at its stock. */
export type Offer = {
  localId: string;
  name: string;
  category: string;
  price: Money;
  description?: string;
  unit?: string;
  origin?: string;
  photos?: readonly string[];
  createdAt: string;
};

/**
 * What the events of product and inventory say of one product. Each part has the version of the aggregate that it comes from, so
 * that they may arrive in any order.
 */
export type Listing = {
  productId: string;
  /** Absent before product.created, and after product.deleted. */
  offer?: Offer;
  /** Of the product; 0 before its first event. */
  offerVersion: number;
  /** Units that can be ordered. */
  available?: number;
  /** Of the stock; 0 while `available` is the initial stock of product.created. */
  stockVersion: number;
  version: number;
};

/** A later listing, and whether a search must know of it. */
export type ListingChange = { listing: Listing; changesSearch: boolean };

export const unlisted = (productId: string): Listing => ({ productId, offerVersion: 0, stockVersion: 0, version: 0 });

export const isAvailable = ({ available = 0 }: Pick<Listing, 'available'>): boolean => available > 0;

/** After a version of the product was created, changed or deleted (`offer` is undefined then). Undefined when it is an old one. */
export function afterOffer(before: Listing, offer: Offer | undefined, offerVersion: number): ListingChange | undefined {
  if (offerVersion <= before.offerVersion) return undefined;
  const { offer: _before, ...rest } = before;
  return {
    listing: { ...rest, ...(offer !== undefined && { offer }), offerVersion, version: before.version + 1 },
    changesSearch: true,
  };
}

/** After product.created, which also says what inventory will open the stock with. */
export function afterCreation(
  before: Listing,
  created: EventDataByType['product.created'],
  { version, occurredOn }: { version: number; occurredOn: string },
): ListingChange | undefined {
  const stocked = before.available === undefined ? { ...before, available: created.initialStock } : before;
  const listed = afterOffer(stocked, offerOf(created, occurredOn), version);
  if (listed !== undefined || stocked === before) return listed;
  return { listing: { ...stocked, version: before.version + 1 }, changesSearch: before.offer !== undefined };
}

/** After inventory.updated. A search only shows whether there is any. Undefined when it is an old one. */
export function afterStock(before: Listing, available: number, stockVersion: number): ListingChange | undefined {
  if (stockVersion <= before.stockVersion) return undefined;
  const listing = { ...before, available, stockVersion, version: before.version + 1 };
  return { listing, changesSearch: before.offer !== undefined && isAvailable(before) !== isAvailable(listing) };
}

/** The offer in an event. Events from before `createdAt` was part of them have only the time they occurred. */
export function offerOf(event: EventDataByType['product.created' | 'product.updated'], occurredOn: string): Offer {
  const { localId, name, category, price, description, unit, origin, photos, createdAt = occurredOn } = event;
  return {
    ...{ localId, name, category, price, createdAt },
    ...(description !== undefined && { description }),
    ...(unit !== undefined && { unit }),
    ...(origin !== undefined && { origin }),
    ...(photos !== undefined && { photos }),
  };
}

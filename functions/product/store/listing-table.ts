import { number, optional, record, text } from '../../shared/store/codec.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import type { Effects } from '../../shared/store/write.ts';
import { type Listing, type ListingChange, unlisted } from '../model/listing.ts';
import { searchChangeOf } from '../model/search/search-change.ts';
import { offer } from './offer-codec.ts';
import { putSearchChange, searchRegistration } from './search/search-change-table.ts';

/** What the events said of each product, beside the product. */
const listings = versionedItems<Listing>({
  key: (organizationId, productId) => ({ pk: `ORG#${organizationId}#PRODUCT#${productId}`, sk: 'LISTING' }),
  idOf: ({ productId }) => productId,
  codec: record<Listing>({
    productId: text,
    offer: optional(offer),
    offerVersion: number,
    available: optional(number),
    stockVersion: number,
    version: number,
  }),
});

/** The listing of a product, which may not be known yet. */
export const findListing = async (organizationId: string, productId: string): Promise<Listing> =>
  (await listings.find(organizationId, productId)) ?? unlisted(productId);

/** What a change of a listing stores: the listing, and what searches must know of it. */
export async function listingEffects(organizationId: string, change: ListingChange | undefined): Promise<Effects | undefined> {
  if (change === undefined) return undefined;
  const { listing, changesSearch } = change;
  const forSearches = changesSearch
    ? [putSearchChange(organizationId, searchChangeOf(listing)), ...(await searchRegistration(organizationId))]
    : [];
  return { writes: [listings.put(organizationId, listing), ...forSearches] };
}

import { consume } from '../../shared/events/consume.ts';
import { afterOffer } from '../model/listing.ts';
import { findListing, listingEffects } from '../store/listing-table.ts';

/** Takes a product off the list. Its listing stays as a tombstone, for events that arrive late. */
export const onProductDeleted = consume('product.deleted', async ({ eventData, metadata }, { organizationId }) => {
  const before = await findListing(organizationId, eventData.productId);
  return listingEffects(organizationId, afterOffer(before, undefined, metadata.aggregateVersion));
});

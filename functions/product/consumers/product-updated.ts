import { consume } from '../../shared/events/consume.ts';
import { afterOffer, offerOf } from '../model/listing.ts';
import { findListing, listingEffects } from '../store/listing-table.ts';

/** Lists a product as it is after a change. The event carries all of it, so earlier ones may be missing. */
export const onProductUpdated = consume('product.updated', async ({ eventData, occurredOn, metadata }, { organizationId }) => {
  const before = await findListing(organizationId, eventData.productId);
  return listingEffects(organizationId, afterOffer(before, offerOf(eventData, occurredOn), metadata.aggregateVersion));
});

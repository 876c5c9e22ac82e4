import { consume } from '../../shared/events/consume.ts';
import { afterCreation } from '../model/listing.ts';
import { findListing, listingEffects } from '../store/listing-table.ts';

/** Lists a new product, with the stock that inventory opens for it. */
export const onProductCreated = consume('product.created', async ({ eventData, occurredOn, metadata }, { organizationId }) => {
  const before = await findListing(organizationId, eventData.productId);
  const version = metadata.aggregateVersion;
  return listingEffects(organizationId, afterCreation(before, eventData, { version, occurredOn }));
});

import { consume } from '../../shared/events/consume.ts';
import { afterStock } from '../model/listing.ts';
import { findListing, listingEffects } from '../store/listing-table.ts';

/** Keeps our copy of how many units can be ordered. */
export const onStockUpdated = consume('inventory.updated', async ({ eventData, metadata }, { organizationId }) => {
  const { productId, currentQuantity } = eventData;
  const before = await findListing(organizationId, productId);
  return listingEffects(organizationId, afterStock(before, currentQuantity, metadata.aggregateVersion));
});

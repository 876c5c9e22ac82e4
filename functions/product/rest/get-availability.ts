import { notFound, ok, unknownHere } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { isAvailable } from '../model/listing.ts';
import { findListing } from '../store/listing-table.ts';
import { findSold } from '../store/product-table.ts';
import { findShop } from '../store/shop-table.ts';

/** From our copies of inventory's counts and of the shop. Ordering decides by inventory's own. */
export const getAvailability = route(
  'GET /products/{productId}/availability',
  async ({ params: { productId }, caller: { organizationId }, receivedAt }) => {
    const [product, listing] = await Promise.all([findSold(organizationId, productId), findListing(organizationId, productId)]);
    if (product === undefined) return notFound();
    const { available } = listing;
    if (available === undefined) return unknownHere(productId, receivedAt);
    const shop = await findShop(organizationId, product.localId);
    return ok({ productId, available, isAvailable: isAvailable({ available }) && shop?.isClosed !== true });
  },
);

import { readItems } from '../../shared/store/dynamo.ts';
import type { Catalogue } from '../model/placement.ts';
import { customerFrom, customerKeys, type KnownCustomer } from './customer-table.ts';
import { priceKey, productsFrom } from './price-table.ts';
import { findClosedShops } from './shop-table.ts';

/** What an order of up to 50 products rests on, strongly consistent and in two reads: which shops sell them is in the first. */
export async function readForPlacement(
  organizationId: string,
  { customerId, productIds }: { customerId: string; productIds: readonly string[] },
): Promise<{ catalogue: Catalogue; customer: KnownCustomer }> {
  const priceKeys = [...new Set(productIds)].map((productId) => priceKey(organizationId, productId));
  const items = await readItems([...priceKeys, ...customerKeys(organizationId, customerId)]);
  const products = productsFrom(items);
  const localIds = [...products.values()].flatMap((product) => (product === 'deleted' ? [] : [product.localId]));
  const closedLocalIds = await findClosedShops(organizationId, localIds);
  return { catalogue: { products, closedLocalIds }, customer: customerFrom(items) };
}

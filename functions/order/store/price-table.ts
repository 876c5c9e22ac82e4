import type { EventDataByType } from '../../../generated/events/types.ts';
import type { Cause } from '../../shared/cause.ts';
import { commit } from '../../shared/store/commit.ts';
import { type Key, readItems } from '../../shared/store/dynamo.ts';
import { moneyFrom } from '../../shared/store/stored-item.ts';
import type { CataloguePrice } from '../model/placement.ts';

const priceKey = (organizationId: string, productId: string): Key => ({
  pk: `ORG#${organizationId}#PRICE#${productId}`,
  sk: 'PRICE',
});

/** Keeps our copy of a product's price, unless a newer version of the product came before. */
export async function keepPrice(
  cause: Cause,
  product: EventDataByType['product.created'],
  aggregateVersion: number,
): Promise<void> {
  const { productId, localId, name, price } = product;
  const Item = { ...priceKey(cause.organizationId, productId), productId, localId, name, price, aggregateVersion };
  await commit({
    cause,
    writes: [
      {
        Put: {
          Item,
          ConditionExpression: 'attribute_not_exists(pk) OR aggregateVersion < :version',
          ExpressionAttributeValues: { ':version': aggregateVersion },
        },
      },
    ],
  });
}

/** The prices of up to 100 products by product id, as far as the organization has them. */
export async function findPrices(organizationId: string, productIds: readonly string[]): Promise<Map<string, CataloguePrice>> {
  const items = await readItems([...new Set(productIds)].map((productId) => priceKey(organizationId, productId)));
  return new Map(
    items.map(({ productId, localId, name, price }) => [
      String(productId),
      { productId: String(productId), localId: String(localId), name: String(name), price: moneyFrom(price) },
    ]),
  );
}

import type { EventDataByType } from '../../../generated/events/types.ts';
import { type Codec, money, record, text } from '../../shared/store/codec.ts';
import { type Key, readItem, readItems } from '../../shared/store/dynamo.ts';
import { type Effects, putAfter } from '../../shared/store/write.ts';
import type { CataloguePrice } from '../model/placement.ts';

const priceKey = (organizationId: string, productId: string): Key => ({
  pk: `ORG#${organizationId}#PRICE#${productId}`,
  sk: 'PRICE',
});

const priceCodec: Codec<CataloguePrice> = record<CataloguePrice>({ productId: text, localId: text, name: text, price: money });

/** Stores our copy of a product's price, unless the stored one is of a newer version. */
export async function keepPrice(
  organizationId: string,
  { productId, localId, name, price }: EventDataByType['product.created'],
  version: number,
): Promise<Effects | undefined> {
  const key = priceKey(organizationId, productId);
  const stored = await readItem(key);
  const before = Number(stored?.version ?? 0);
  if (before >= version) return undefined;
  const copy: CataloguePrice = { productId, localId, name, price };
  return { writes: [putAfter({ ...key, ...copy, version }, before)] };
}

/** The prices of up to 100 products by product id, those that the organization has. */
export async function findPrices(organizationId: string, productIds: readonly string[]): Promise<Map<string, CataloguePrice>> {
  const items = await readItems([...new Set(productIds)].map((productId) => priceKey(organizationId, productId)));
  return new Map(items.map((item) => priceCodec(item, String(item.pk))).map((price) => [price.productId, price]));
}

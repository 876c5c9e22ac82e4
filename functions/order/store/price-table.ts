import { type Codec, flag, money, number, optional, record, text } from '../../shared/store/codec.ts';
import { type Item, type Key, readItem } from '../../shared/store/dynamo.ts';
import { type Effects, putAfter } from '../../shared/store/write.ts';
import type { CataloguePrice } from '../model/placement.ts';

export const priceKey = (organizationId: string, productId: string): Key => ({
  pk: `ORG#${organizationId}#PRICE#${productId}`,
  sk: 'PRICE',
});

const priceCodec: Codec<CataloguePrice> = record<CataloguePrice>({ productId: text, localId: text, name: text, price: money });
const stateCodec = record<{ version: number; productId: string; isDeleted?: boolean }>({
  version: number,
  productId: text,
  isDeleted: optional(flag),
});

/** Stores our copy of a product's price, unless the stored one is of a newer version. */
export const keepPrice = (
  organizationId: string,
  { productId, localId, name, price }: CataloguePrice,
  version: number,
): Promise<Effects | undefined> => keep(organizationId, { productId, localId, name, price, version });

/** Stores that a product is no longer sold, also when its price has not arrived yet: older versions are then ignored. */
export const keepDeletion = (organizationId: string, productId: string, version: number): Promise<Effects | undefined> =>
  keep(organizationId, { productId, isDeleted: true, version });

async function keep(organizationId: string, copy: Item & { productId: string; version: number }): Promise<Effects | undefined> {
  const key = priceKey(organizationId, copy.productId);
  const stored = await readItem(key);
  const before = stored === undefined ? 0 : stateCodec(stored, key.pk).version;
  return before >= copy.version ? undefined : { writes: [putAfter({ ...key, ...copy }, before)] };
}

/** The products by id, from what was read under `priceKey`; other items are ignored. */
export function productsFrom(items: readonly Item[]): Map<string, CataloguePrice | 'deleted'> {
  const stored = items.filter(({ sk }) => sk === 'PRICE');
  return new Map(
    stored.map((item) => {
      const place = String(item.pk);
      const { productId, isDeleted } = stateCodec(item, place);
      return [productId, isDeleted === true ? 'deleted' : priceCodec(item, place)];
    }),
  );
}

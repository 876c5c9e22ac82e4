import { number, oneOf, record, text } from '../../shared/store/codec.ts';
import { type Key, readItem, readItems } from '../../shared/store/dynamo.ts';
import { type Effects, putAfter } from '../../shared/store/write.ts';

const shopKey = (organizationId: string, localId: string): Key => ({ pk: `ORG#${organizationId}#SHOP#${localId}`, sk: 'SHOP' });

/** Our copy of whether a shop takes orders. One that never changed has none, and is open. */
export type Shop = { localId: string; status: 'open' | 'closed'; version: number };
const shopCodec = record<Shop>({ localId: text, status: oneOf('open', 'closed'), version: number });

/** Stores the state of a shop, unless the stored one is of a newer version. */
export async function keepShop(organizationId: string, shop: Shop): Promise<Effects | undefined> {
  const key = shopKey(organizationId, shop.localId);
  const stored = await readItem(key);
  const before = stored === undefined ? 0 : shopCodec(stored, key.pk).version;
  return before >= shop.version ? undefined : { writes: [putAfter({ ...key, organizationId, ...shop }, before)] };
}

/** Those of these shops (at most 50) that are closed. */
export async function findClosedShops(organizationId: string, localIds: Iterable<string>): Promise<ReadonlySet<string>> {
  const keys = [...new Set(localIds)].map((localId) => shopKey(organizationId, localId));
  if (keys.length === 0) return new Set();
  const shops = (await readItems(keys)).map((item) => shopCodec(item, String(item.pk)));
  return new Set(shops.flatMap(({ localId, status }) => (status === 'closed' ? [localId] : [])));
}

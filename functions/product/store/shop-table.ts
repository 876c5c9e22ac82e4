import { flag, number, record, text } from '../../shared/store/codec.ts';
import { type Key, readItem } from '../../shared/store/dynamo.ts';
import { type Effects, putAfter } from '../../shared/store/write.ts';
import type { Shop } from '../model/search/search-change.ts';
import { putSearchChange, searchRegistration } from './search/search-change-table.ts';

const shopKey = (organizationId: string, localId: string): Key => ({ pk: `ORG#${organizationId}#LOCAL#${localId}`, sk: 'LOCAL' });

type StoredShop = Omit<Shop, 'revision'> & { version: number };
const shopCodec = record<StoredShop>({ localId: text, name: text, isClosed: flag, version: number });

/** Our copy of a shop. Undefined when no event has brought it here. */
export async function findShop(organizationId: string, localId: string): Promise<Shop | undefined> {
  const item = await readItem(shopKey(organizationId, localId));
  if (item === undefined) return undefined;
  const { version: revision, ...shop } = shopCodec(item, String(item.pk));
  return { ...shop, revision };
}

/** Stores our copy of a shop and lets searches know, unless the stored one is of the same version or a newer one. */
export async function keepShop(organizationId: string, shop: Shop): Promise<Effects | undefined> {
  const before = (await findShop(organizationId, shop.localId))?.revision ?? 0;
  const { revision, ...fields } = shop;
  if (before >= revision) return undefined;
  const change = { kind: 'shop' as const, shop, revision };
  return {
    writes: [
      putAfter({ ...shopKey(organizationId, shop.localId), organizationId, ...fields, version: revision }, before),
      putSearchChange(organizationId, change),
      ...(await searchRegistration(organizationId)),
    ],
  };
}

import { createHash } from 'node:crypto';
import { flag, number, oneOf, optional, record, text, variants } from '../../../shared/store/codec.ts';
import { type Item, type Key, queryItems, readItem } from '../../../shared/store/dynamo.ts';
import { putAfter, putNew, type Write } from '../../../shared/store/write.ts';
import type { SearchChange, SearchProduct, Shop } from '../../model/search/search-change.ts';
import { offerFields } from '../offer-codec.ts';

/** Says which version of the organization's snapshot in S3 holds what was folded into it. */
export type SnapshotPointer = {
  /** Counts the snapshots of the organization. */
  number: number;
  /** S3's version of the object. */
  objectVersion: string;
  format: number;
  products: number;
};

/**
 * The changes of an organization since its last snapshot, each product and shop at most once, and the pointer to that snapshot. The
 * sort key of the pointer comes after all others: a query reads it last. A change is only deleted after the pointer was moved to a
 * snapshot that holds it, so a reader that misses it among the changes finds it in the snapshot.
 */
const partition = (organizationId: string) => `ORG#${organizationId}#SEARCH`;
const keyOfChange = (change: SearchChange) =>
  change.kind === 'product' ? `PRODUCT#${change.productId}` : `LOCAL#${change.shop.localId}`;
const pointerSortKey = 'SNAPSHOT';

const revision = number;
type ProductChange = Extract<SearchChange, { kind: 'product' }>;
type ShopChange = Extract<SearchChange, { kind: 'shop' }>;
const changeCodec = variants<SearchChange, 'kind'>('kind', {
  product: record<ProductChange>({
    kind: oneOf('product'),
    productId: text,
    revision,
    product: optional(record<SearchProduct>({ ...offerFields, productId: text, isAvailable: flag, revision })),
  }),
  shop: record<ShopChange>({
    kind: oneOf('shop'),
    revision,
    shop: record<Shop>({ localId: text, name: text, isClosed: flag, revision }),
  }),
});
const pointerCodec = record<SnapshotPointer & { version: number }>({
  ...{ version: number, number, objectVersion: text, format: number, products: number },
});

/** Replaces what is stored of the same product or shop. The version of the item that the change comes from guards the order. */
export const putSearchChange = (organizationId: string, change: SearchChange): Write => ({
  Put: { Item: { pk: partition(organizationId), sk: keyOfChange(change), organizationId, ...change } },
});

/** Deletes a change that a snapshot holds now. Fails as a condition when there is a newer one in its place. */
export const deleteSearchChange = (organizationId: string, change: SearchChange): Write => ({
  Delete: {
    Key: { pk: partition(organizationId), sk: keyOfChange(change) },
    ConditionExpression: 'attribute_not_exists(pk) OR revision = :revision',
    ExpressionAttributeValues: { ':revision': change.revision },
  },
});

/** Moves the pointer. Fails as a condition when another one did so first. */
export const putPointer = (organizationId: string, pointer: SnapshotPointer): Write =>
  putAfter(
    { pk: partition(organizationId), sk: pointerSortKey, organizationId, ...pointer, version: pointer.number },
    pointer.number - 1,
  );

export type SearchChanges = { changes: SearchChange[]; pointer?: SnapshotPointer };

/** DynamoDB ends a page after 1 MB anyway. */
const maxItemsPerPage = 1000;

/** Every change since the last snapshot, and that snapshot, strongly consistent: one request for each MB of changes. */
export const readSearchChanges = (organizationId: string): Promise<SearchChanges> =>
  peekSearchChanges(organizationId, Number.POSITIVE_INFINITY);

/** The first changes, at most so many. */
export async function peekSearchChanges(organizationId: string, limit: number): Promise<SearchChanges> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await queryItems({
      pk: partition(organizationId),
      limit: Math.min(maxItemsPerPage, limit - items.length),
      ...(cursor !== undefined && { cursor }),
    });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined && items.length < limit);
  return changesIn(items);
}

/** The snapshot that searches start from now. */
export async function findPointer(organizationId: string): Promise<SnapshotPointer | undefined> {
  const item = await readItem({ pk: partition(organizationId), sk: pointerSortKey });
  return item === undefined ? undefined : pointerIn(item);
}

function changesIn(items: readonly Item[]): SearchChanges {
  const changes = items.filter(({ sk }) => sk !== pointerSortKey).map((item) => changeCodec(item, `${item.pk} ${item.sk}`));
  const found = items.find(({ sk }) => sk === pointerSortKey);
  if (found === undefined) return { changes };
  return { changes, pointer: pointerIn(found) };
}

function pointerIn(item: Item): SnapshotPointer {
  const { version: _version, ...pointer } = pointerCodec(item, String(item.pk));
  return pointer;
}

/** The organizations that have anything to search, in shards. */
export const searchShards = 4;
const registrationKey = (organizationId: string): Key => ({ pk: `SEARCHED#${shardOf(organizationId)}`, sk: organizationId });
const shardOf = (organizationId: string) => (createHash('sha256').update(organizationId).digest()[0] ?? 0) % searchShards;

/** Lists the organization for the job that folds changes, unless it is listed. */
export async function searchRegistration(organizationId: string): Promise<Write[]> {
  const key = registrationKey(organizationId);
  return (await readItem(key)) === undefined ? [putNew(key)] : [];
}

/** One page of the organizations of a shard. */
export async function findSearched(
  shard: number,
  page: { limit: number; cursor?: string },
): Promise<{ items: string[]; nextCursor?: string }> {
  const { items, nextCursor } = await queryItems({ pk: `SEARCHED#${shard}`, ...page });
  return { items: items.map(({ sk }) => text(sk, `SEARCHED#${shard}`)), ...(nextCursor !== undefined && { nextCursor }) };
}

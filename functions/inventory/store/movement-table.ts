import { list, number, oneOf, optional, record, text } from '../../shared/store/codec.ts';
import { BadCursorError, cursorOf, startOf } from '../../shared/store/cursor.ts';
import { type Key, queryItems } from '../../shared/store/dynamo.ts';
import { putNew, type Write } from '../../shared/store/write.ts';
import type { Stock } from '../model/stock.ts';
import { type MovementPage, movementsPerPage, type StockMovement } from '../model/stock-movement.ts';

export const movementCodec = record<StockMovement>({
  version: number,
  at: text,
  reason: oneOf('initial', 'adjusted', 'reserved', 'released', 'shipped'),
  quantity: number,
  available: number,
  reserved: number,
  userId: optional(text),
  orderId: optional(text),
  note: optional(text),
});

const partition = (organizationId: string, productId: string) => `ORG#${organizationId}#PRODUCT#${productId}`;
/** Versions as texts of one length, so that they sort as numbers do. */
const sortKey = (version: number) => `MOVEMENTS#${String(version).padStart(16, '0')}`;

/** A page is stored in the commit that takes its movements out of the stock, under the version of its first one. */
export function putMovementPage(organizationId: string, { productId, movements }: MovementPage): Write {
  const first = movements[0]?.version ?? 0;
  const key: Key = { pk: partition(organizationId, productId), sk: sortKey(first) };
  return putNew({ ...key, organizationId, productId, movements });
}

const pageCodec = record<{ movements: StockMovement[] }>({ movements: list(movementCodec) });

/**
 * The movements of a product, newest first: those in its stock, which was read before, and then those of its pages. A page that was
 * filed in between repeats some of the first; versions tell them apart. One query answers a page of any size.
 * @throws {BadCursorError} when the cursor is not from this list
 */
export async function listMovements(
  organizationId: string,
  { productId, version, movements = [] }: Pick<Stock, 'productId' | 'version' | 'movements'>,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ movements: StockMovement[]; nextCursor?: string }> {
  const pk = partition(organizationId, productId);
  const below = cursor === undefined ? version + 1 : versionIn(cursor, pk);
  const { items, nextCursor: unread } = await queryItems({
    pk,
    skBelow: sortKey(below),
    ascending: false,
    limit: Math.ceil(limit / movementsPerPage) + 1,
  });
  const filed = items.flatMap((item) => pageCodec(item, pk).movements);
  const byVersion = new Map([...movements, ...filed].map((movement) => [movement.version, movement]));
  const found = [...byVersion.values()]
    .filter((movement) => movement.version < below)
    .toSorted((one, other) => other.version - one.version);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const isLast = found.length <= limit && unread === undefined;
  return { movements: page, ...(!isLast && last && { nextCursor: cursorOf({ version: String(last.version) }, pk) }) };
}

function versionIn(cursor: string, list: string): number {
  const version = Number(startOf(cursor, list).version);
  if (!Number.isSafeInteger(version)) throw new BadCursorError('the cursor names no movement');
  return version;
}

import { BadCursorError, cursorOf, startOf } from '../../../shared/store/cursor.ts';
import type { Place } from '../../model/search/hit-order.ts';

/** `list` names the search that the place belongs to. */
export const cursorOfPlace = ({ group, key, name, productId }: Place, list: string): string =>
  cursorOf({ group, key: String(key), name, productId }, list);

/** @throws {BadCursorError} when the cursor is of another search, or was made up */
export function placeOfCursor(cursor: string, list: string): Place {
  const { group, key, name, productId } = startOf(cursor, list);
  if (typeof group !== 'string' || typeof name !== 'string' || typeof productId !== 'string' || !Number.isFinite(Number(key)))
    throw new BadCursorError('the cursor names no place in this list');
  return { group, key: Number(key), name, productId };
}

import type { Operations } from '../../../generated/rest/operations.ts';
import { type InputError, ok, unprocessable } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { searchCatalogue } from '../model/search/catalogue-search.ts';
import { currentIndex } from '../store/search/current-index.ts';
import { cursorOfPlace, placeOfCursor } from '../store/search/search-cursor.ts';

type Query = Operations['GET /products/search']['query'];

/** Finds products in the index that this process holds, after one query for what changed. */
export const searchProducts = route('GET /products/search', async ({ query, caller: { organizationId } }) => {
  const { cursor, limit, ...wanted } = query;
  const errors = priceErrors(query);
  if (errors.length > 0) return unprocessable('the price range is not valid', errors);
  // A query string is not composed at the edge, and categories are compared as they are.
  const search = { ...wanted, ...(wanted.category !== undefined && { category: wanted.category.normalize('NFC') }) };
  const list = JSON.stringify([organizationId, Object.entries(search).toSorted()]);
  const after = cursor === undefined ? undefined : placeOfCursor(cursor, list);
  const index = await currentIndex(organizationId);
  const { next, ...page } = searchCatalogue(index, { ...search, limit, ...(after && { after }) });
  return ok({ ...page, ...(next && { nextCursor: cursorOfPlace(next, list) }) });
});

/** Amounts are comparable only within a currency. */
function priceErrors({ minPrice, maxPrice, currency }: Query): InputError[] {
  const isRange = minPrice !== undefined || maxPrice !== undefined;
  if (isRange && currency === undefined) return [{ path: '/currency', message: 'is needed with a price range' }];
  if (minPrice !== undefined && maxPrice !== undefined && minPrice > maxPrice)
    return [{ path: '/maxPrice', message: 'is below minPrice' }];
  return [];
}

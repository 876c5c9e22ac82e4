import { ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { availabilityOf } from '../model/availability.ts';
import { mergedLines } from '../model/reservation.ts';
import { stocks } from '../store/stock-table.ts';

/** The REST twin of CheckStock: whether so much of each product can be ordered. It reserves nothing. */
export const checkAvailability = route('POST /inventory/check-availability', async ({ body, caller }) => {
  // Ids are compared in lower case.
  const lines = mergedLines(body.lines.map(({ productId, quantity }) => ({ productId: productId.toLowerCase(), quantity })));
  const productIds = lines.map(({ productId }) => productId);
  return ok(availabilityOf(lines, await stocks.findAll(caller.organizationId, productIds)));
});

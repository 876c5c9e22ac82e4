import { etag, ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { shownCustomer } from '../model/customer.ts';
import { findStatistics } from '../store/statistics-table.ts';
import { findVisibleCustomer } from '../store/visible-customer.ts';

export const getCustomer = route('GET /customers/{customerId}', async ({ params, caller, receivedAt }) => {
  const { customerId } = params;
  const [found, statistics] = await Promise.all([
    findVisibleCustomer(caller, customerId, receivedAt),
    findStatistics(caller.organizationId, customerId),
  ]);
  if ('refusal' in found) return found.refusal;
  return ok(shownCustomer(found.customer, statistics), { ETag: etag(found.customer.version) });
});

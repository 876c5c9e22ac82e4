import { etag, notFound, ok, unknownHere } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { shownCustomer } from '../model/customer.ts';
import { findVisibleCustomer, findVisibleStatistics } from '../store/visible-customer.ts';

export const getCustomer = route('GET /customers/{customerId}', async ({ params, caller, receivedAt }) => {
  const { customerId } = params;
  const [customer, statistics] = await Promise.all([
    findVisibleCustomer(caller, customerId),
    findVisibleStatistics(caller, customerId),
  ]);
  if (customer === undefined) return unknownHere(customerId, receivedAt);
  if (customer.status === 'hidden') return notFound();
  return ok(shownCustomer(customer, statistics), { ETag: etag(customer.version) });
});

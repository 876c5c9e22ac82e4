import { etag, notFound, ok, unknownHere, unprocessable } from '../../shared/rest/answer.ts';
import { requiredIfMatch, staleVersion } from '../../shared/rest/if-match.ts';
import { route } from '../../shared/rest/route.ts';
import { shownCustomer } from '../model/customer.ts';
import { decideUpdate } from '../model/update.ts';
import { customers } from '../store/customer-table.ts';
import { findVisibleCustomer, findVisibleStatistics } from '../store/visible-customer.ts';

/** Changes the profile or the preferences, of the version that the caller has seen. */
export const updateCustomer = route('PATCH /customers/{customerId}', async (request) => {
  const { params, body, caller, headers, receivedAt } = request;
  const { organizationId } = caller;
  const ifMatch = requiredIfMatch(headers);
  const [customer, statistics] = await Promise.all([
    findVisibleCustomer(caller, params.customerId),
    findVisibleStatistics(caller, params.customerId),
  ]);
  if (customer === undefined) return unknownHere(params.customerId, receivedAt);
  if (customer.status === 'hidden') return notFound();
  if (!ifMatch.accepts(customer.version)) return staleVersion(customer.version);
  const update = decideUpdate(customer, body, receivedAt);
  if (update.outcome === 'invalid') return unprocessable('the customer is not acceptable', update.errors);
  if (update.outcome === 'unchanged') return ok(shownCustomer(customer, statistics), { ETag: etag(customer.version) });
  const { customer: next, event } = update.change;
  return {
    answer: ok(shownCustomer(next, statistics), { ETag: etag(next.version) }),
    writes: [customers.put(organizationId, next)],
    publish: [event],
  };
});

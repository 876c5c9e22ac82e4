import { noContent, notFound } from '../../../shared/rest/answer.ts';
import { givenIfMatch, staleVersion } from '../../../shared/rest/if-match.ts';
import { route } from '../../../shared/rest/route.ts';
import { decideRemoval } from '../../model/address-book.ts';
import { customers } from '../../store/customer-table.ts';
import { findVisibleCustomer } from '../../store/visible-customer.ts';

/** Removes an address from the book. Orders that were placed have a copy of their own. */
export const removeAddress = route('DELETE /customers/{customerId}/addresses/{addressId}', async (request) => {
  const { params, caller, headers, receivedAt } = request;
  const ifMatch = givenIfMatch(headers);
  const found = await findVisibleCustomer(caller, params.customerId, receivedAt);
  if ('refusal' in found) return found.refusal;
  const removal = decideRemoval(found.customer, params.addressId, receivedAt);
  if (removal.outcome === 'unknown') return notFound();
  if (ifMatch?.accepts(found.customer.version) === false) return staleVersion(found.customer.version);
  const { customer, event } = removal.change;
  return { answer: noContent, writes: [customers.put(caller.organizationId, customer)], publish: [event] };
});

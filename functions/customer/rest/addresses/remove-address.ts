import { noContent, notFound, unknownHere } from '../../../shared/rest/answer.ts';
import { givenIfMatch, staleVersion } from '../../../shared/rest/if-match.ts';
import { route } from '../../../shared/rest/route.ts';
import { decideRemoval } from '../../model/address-book.ts';
import { customers } from '../../store/customer-table.ts';
import { findVisibleCustomer } from '../../store/visible-customer.ts';

/** Removes an address from the book. Orders that were placed have a copy of their own. */
export const removeAddress = route('DELETE /customers/{customerId}/addresses/{addressId}', async (request) => {
  const { params, caller, headers, receivedAt } = request;
  const ifMatch = givenIfMatch(headers);
  const customer = await findVisibleCustomer(caller, params.customerId);
  if (customer === undefined) return unknownHere(params.customerId, receivedAt);
  if (customer.status === 'hidden') return notFound();
  const removal = decideRemoval(customer, params.addressId, receivedAt);
  if (removal.outcome === 'unknown') return notFound();
  if (ifMatch?.accepts(customer.version) === false) return staleVersion(customer.version);
  const { customer: next, event } = removal.change;
  return { answer: noContent, writes: [customers.put(caller.organizationId, next)], publish: [event] };
});

import { etag, notFound, ok, unknownHere, unprocessable } from '../../../shared/rest/answer.ts';
import { givenIfMatch, staleVersion } from '../../../shared/rest/if-match.ts';
import { route } from '../../../shared/rest/route.ts';
import { decideAddressUpdate } from '../../model/address-book.ts';
import { customers } from '../../store/customer-table.ts';
import { findVisibleCustomer } from '../../store/visible-customer.ts';

/** Changes an address of the book. Orders that were placed have a copy of their own. */
export const updateAddress = route('PATCH /customers/{customerId}/addresses/{addressId}', async (request) => {
  const { params, body, caller, headers, receivedAt } = request;
  const ifMatch = givenIfMatch(headers);
  const customer = await findVisibleCustomer(caller, params.customerId);
  if (customer === undefined) return unknownHere(params.customerId, receivedAt);
  if (customer.status === 'hidden') return notFound();
  const { version } = customer;
  const update = decideAddressUpdate(customer, params.addressId, body, receivedAt);
  if (update.outcome === 'unknown') return notFound();
  if (ifMatch?.accepts(version) === false) return staleVersion(version);
  if (update.outcome === 'invalid') return unprocessable('the address is not acceptable', update.errors);
  if (update.outcome === 'unchanged') return ok(update.booked, { ETag: etag(version) });
  const { customer: next, event } = update.change;
  return {
    answer: ok(update.booked, { ETag: etag(next.version) }),
    writes: [customers.put(caller.organizationId, next)],
    publish: [event],
  };
});

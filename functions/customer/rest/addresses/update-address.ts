import { etag, notFound, ok, unprocessable } from '../../../shared/rest/answer.ts';
import { givenIfMatch, staleVersion } from '../../../shared/rest/if-match.ts';
import { route } from '../../../shared/rest/route.ts';
import { decideAddressUpdate } from '../../model/address-book.ts';
import { customers } from '../../store/customer-table.ts';
import { findVisibleCustomer } from '../../store/visible-customer.ts';

/** Changes an address of the book. Orders that were placed have a copy of their own. */
export const updateAddress = route('PATCH /customers/{customerId}/addresses/{addressId}', async (request) => {
  const { params, body, caller, headers, receivedAt } = request;
  const ifMatch = givenIfMatch(headers);
  const found = await findVisibleCustomer(caller, params.customerId, receivedAt);
  if ('refusal' in found) return found.refusal;
  const { version } = found.customer;
  const update = decideAddressUpdate(found.customer, params.addressId, body, receivedAt);
  if (update.outcome === 'unknown') return notFound();
  if (ifMatch?.accepts(version) === false) return staleVersion(version);
  if (update.outcome === 'invalid') return unprocessable('the address is not acceptable', update.errors);
  if (update.outcome === 'unchanged') return ok(update.booked, { ETag: etag(version) });
  const { customer, event } = update.change;
  return {
    answer: ok(update.booked, { ETag: etag(customer.version) }),
    writes: [customers.put(caller.organizationId, customer)],
    publish: [event],
  };
});

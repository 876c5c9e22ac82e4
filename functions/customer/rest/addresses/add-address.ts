import { newId } from '../../../shared/ids.ts';
import { created, notFound, problem, unknownHere, unprocessable } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { decideAddition, maxAddresses } from '../../model/address-book.ts';
import { customers } from '../../store/customer-table.ts';
import { findVisibleCustomer } from '../../store/visible-customer.ts';

/** Adds an address to the book. The answer holds ids alone, since it is stored under the Idempotency-Key. */
export const addAddress = route('POST /customers/{customerId}/addresses', async ({ params, body, caller, receivedAt }) => {
  const { customerId } = params;
  const customer = await findVisibleCustomer(caller, customerId);
  if (customer === undefined) return unknownHere(customerId, receivedAt);
  if (customer.status === 'hidden') return notFound();
  const addressId = newId(receivedAt);
  const addition = decideAddition(customer, addressId, body, receivedAt);
  if (addition.outcome === 'invalid') return unprocessable('the address is not acceptable', addition.errors);
  if (addition.outcome === 'book-full') {
    return problem('address-book-full', { detail: `a customer has at most ${maxAddresses} addresses: remove one first` });
  }
  const { customer: next, event } = addition.change;
  return {
    answer: created({ customerId, addressId }, `../${customerId}`),
    writes: [customers.put(caller.organizationId, next)],
    publish: [event],
  };
});

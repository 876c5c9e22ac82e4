import { newId } from '../../shared/ids.ts';
import { created, unprocessable } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { decideRegistration } from '../model/customer.ts';
import { customers } from '../store/customer-table.ts';

/** Staff register a customer without a login. The answer holds the id alone, since it is stored under the Idempotency-Key. */
export const registerCustomer = route('POST /customers', async ({ body, caller, receivedAt }) => {
  const customerId = newId(receivedAt);
  const registration = decideRegistration(customerId, body, receivedAt);
  if (registration.outcome === 'invalid') return unprocessable('the customer is not acceptable', registration.errors);
  const { customer, event } = registration.change;
  return {
    answer: created({ customerId }, `customers/${customerId}`),
    writes: [customers.put(caller.organizationId, customer)],
    publish: [event],
  };
});

import { ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { validated } from '../model/validation.ts';
import { findVisibleCustomer } from '../store/visible-customer.ts';

/** Whether a customer may order. An erased one is not found. */
export const validateCustomer = route('POST /customers/validate', async ({ body, caller, receivedAt }) => {
  const { customerId = caller.userId, shipTo } = body;
  const found = await findVisibleCustomer(caller, customerId, receivedAt);
  return 'refusal' in found ? found.refusal : ok(validated(found.customer, shipTo));
});

import { notFound, ok, unknownHere } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { validated } from '../model/validation.ts';
import { findVisibleCustomer } from '../store/visible-customer.ts';

/** Whether a customer may order. An erased one is not found. */
export const validateCustomer = route('POST /customers/validate', async ({ body, caller, receivedAt }) => {
  const { customerId = caller.userId, shipTo } = body;
  const customer = await findVisibleCustomer(caller, customerId);
  if (customer === undefined) return unknownHere(customerId, receivedAt);
  if (customer.status === 'hidden') return notFound();
  return ok(validated(customer, shipTo));
});

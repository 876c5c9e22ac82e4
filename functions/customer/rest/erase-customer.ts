import { noContent, notFound, problem, unknownHere } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { erased } from '../model/customer.ts';
import { customers } from '../store/customer-table.ts';
import { findOrdersUnderWay, noOrderUnderWay } from '../store/statistics-table.ts';
import { deletePersonOf } from '../store/user-table.ts';
import { findStoredCustomer } from '../store/visible-customer.ts';

/** As many orders as a problem can name. */
const maxNamed = 20;

/**
 * Deletes everything personal here, and announces it, so that every copy is deleted. A parcel that has to arrive needs its address,
 * so orders that are under way prevent it. That none has begun meanwhile is a condition of the same transaction.
 */
export const eraseCustomer = route('DELETE /customers/{customerId}', async ({ params, caller, receivedAt }) => {
  const { customerId } = params;
  const { organizationId } = caller;
  const [customer, underWay] = await Promise.all([
    findStoredCustomer(caller, customerId),
    findOrdersUnderWay(organizationId, customerId, maxNamed),
  ]);
  if (customer === undefined) return unknownHere(customerId, receivedAt);
  if (customer.status === 'hidden') return notFound();
  if (customer.status === 'erased') return noContent;
  if (underWay.length > 0) {
    return problem('orders-under-way', {
      detail: 'each of these orders has to be delivered or cancelled first',
      errors: underWay.map((orderId) => ({ path: `/orders/${orderId}`, message: 'is under way' })),
    });
  }
  const erasure = erased(customer, receivedAt);
  return {
    answer: noContent,
    writes: [
      customers.put(organizationId, erasure.customer),
      deletePersonOf(organizationId, customerId),
      noOrderUnderWay(organizationId, customerId),
    ],
    publish: [erasure.event],
  };
});

import type { Caller } from '../../shared/caller.ts';
import { notFound, type Refusal, unknownHere } from '../../shared/rest/answer.ts';
import type { Customer, StoredCustomer } from '../model/customer.ts';
import { customers } from './customer-table.ts';

export type Found<Wanted> = { customer: Wanted } | { refusal: Refusal };

/**
 * The customer if the caller may see them: customers see themselves, staff with `customer:manage` everybody of the organization. To
 * anybody else there is no such customer. A user who registered a moment ago may not be known here yet.
 */
export async function findStoredCustomer(caller: Caller, customerId: string, at: string): Promise<Found<StoredCustomer>> {
  const { organizationId, userId, permissions } = caller;
  if (customerId !== userId && !permissions.has('customer:manage')) return { refusal: notFound() };
  const customer = await customers.find(organizationId, customerId);
  return customer === undefined ? { refusal: unknownHere(customerId, at) } : { customer };
}

/** The same, but an erased customer is not found. */
export async function findVisibleCustomer(caller: Caller, customerId: string, at: string): Promise<Found<Customer>> {
  const found = await findStoredCustomer(caller, customerId, at);
  if ('refusal' in found) return found;
  const { customer } = found;
  return customer.status === 'erased' ? { refusal: notFound() } : { customer };
}

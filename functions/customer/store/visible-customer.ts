import type { Caller } from '../../shared/caller.ts';
import type { Customer, StoredCustomer } from '../model/customer.ts';
import type { CustomerStatistics } from '../model/statistics.ts';
import { customers } from './customer-table.ts';
import { findStatistics } from './statistics-table.ts';

/** There may be such a customer, but not for this caller. */
export type Hidden = { status: 'hidden' };

/**
 * The customer if the caller may see them: customers see themselves, staff with `customer:manage` everybody of the organization.
 * Undefined when the customer is not known here, or not yet.
 */
export async function findStoredCustomer(
  { organizationId, userId, permissions }: Caller,
  customerId: string,
): Promise<StoredCustomer | Hidden | undefined> {
  const mayBeSeen = customerId === userId || permissions.has('customer:manage');
  return mayBeSeen ? customers.find(organizationId, customerId) : { status: 'hidden' };
}

/** The same, but an erased customer is hidden from everybody. */
export async function findVisibleCustomer(caller: Caller, customerId: string): Promise<Customer | Hidden | undefined> {
  const customer = await findStoredCustomer(caller, customerId);
  return customer?.status === 'erased' ? { status: 'hidden' } : customer;
}

/**
 * The statistics of a customer if the caller may see them. They count the orders of all shops, and the staff of a shop see no more of
 * an order than their own lines.
 */
export async function findVisibleStatistics(
  { organizationId, userId, permissions }: Caller,
  customerId: string,
): Promise<CustomerStatistics | undefined> {
  const mayBeSeen = customerId === userId || permissions.has('auth:manage');
  return mayBeSeen ? findStatistics(organizationId, customerId) : undefined;
}

import { consume } from '../../../shared/events/consume.ts';
import { erasedCustomer } from '../../model/customer.ts';
import { changeCopy } from '../../store/customer-table.ts';
import { putErasure } from '../../store/erasure-table.ts';

/**
 * Forgets the address book at once, and takes no more orders of the customer. A job removes addresses and notes from the orders, each
 * as soon as it has been shipped or has ended.
 */
export const onCustomerErased = consume('customer.erased', async ({ eventData, metadata }, { organizationId }) => {
  const { customerId, erasedAt } = eventData;
  const erased = { customerId, version: metadata.aggregateVersion, erasedAt };
  const effects = await changeCopy(organizationId, customerId, (copy) => erasedCustomer(copy, erased));
  return effects && { writes: [...effects.writes, putErasure({ organizationId, customerId, erasedAt })] };
});

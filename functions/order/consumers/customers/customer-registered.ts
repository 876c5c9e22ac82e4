import { consume } from '../../../shared/events/consume.ts';
import { updatedCustomer } from '../../model/customer.ts';
import { changeCopy } from '../../store/customer-table.ts';

/** Makes the customer known here, still without an address. */
export const onCustomerRegistered = consume('customer.registered', ({ eventData, metadata }, { organizationId }) => {
  const { customerId } = eventData;
  const news = { customerId, version: metadata.aggregateVersion, addressBook: [] };
  return changeCopy(organizationId, customerId, (copy) => updatedCustomer(copy, news));
});

import { consume } from '../../../shared/events/consume.ts';
import { followCustomer } from '../../store/customer-table.ts';

/** Lets our copy of the address book follow the customer domain, also when an address was removed. */
export const onCustomerUpdated = consume('customer.updated', ({ eventData, metadata }, { organizationId }) =>
  followCustomer(organizationId, eventData, metadata.aggregateVersion),
);

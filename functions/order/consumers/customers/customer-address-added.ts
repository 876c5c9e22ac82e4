import { consume } from '../../../shared/events/consume.ts';
import { followCustomer } from '../../store/customer-table.ts';

/** Adds to our copy of the address book. The event carries the whole book, so earlier ones need not have arrived. */
export const onCustomerAddressAdded = consume('customer.address.added', ({ eventData, metadata }, { organizationId }) =>
  followCustomer(organizationId, eventData, metadata.aggregateVersion),
);

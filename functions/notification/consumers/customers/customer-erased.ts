import { consumeWithOwnCommit } from '../../../shared/events/consume.ts';
import { eraseRecipient } from '../../store/erasure.ts';

/** Deletes everything about the person, and remembers only that nothing about them may come back. */
export const onCustomerErased = consumeWithOwnCommit('customer.erased', ({ eventData }, { organizationId }, { unmarked }) =>
  eraseRecipient(organizationId, eventData.customerId, unmarked),
);

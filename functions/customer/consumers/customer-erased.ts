import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import { erasePersonKey } from '../../shared/sealing/person-keys.ts';

/** Deletes the person's key, which makes their data unreadable in outbox, queues, archive and audit. To do that twice changes nothing. */
export const onCustomerErased = consumeWithOwnCommit('customer.erased', ({ eventData }, { organizationId }) =>
  erasePersonKey({ organizationId, personId: eventData.customerId }, eventData.erasedAt),
);

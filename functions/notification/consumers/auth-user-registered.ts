import { consume } from '../../shared/events/consume.ts';
import { recipientOf } from '../model/recipient.ts';
import { findRecipient, putRecipient } from '../store/recipient-table.ts';

/** Keeps the user's address and name. A recipient that exists is left as later events made it, since users register once. */
export const onUserRegistered = consume('auth.user.registered', async ({ eventData, metadata }, { organizationId }) => {
  if ((await findRecipient(organizationId, eventData.userId)) !== undefined) return undefined;
  return { writes: putRecipient(organizationId, recipientOf(eventData, metadata.aggregateVersion), 0) };
});

import { consume } from '../../shared/events/event-consumer.ts';
import { commit } from '../../shared/store/commit.ts';
import { recipientOf } from '../model/recipient.ts';
import { putRecipient } from '../store/recipient-table.ts';

/** Remembers how to reach a user. Registered is registered once: a recipient who stands there already stays as newer events left them. */
export const onUserRegistered = consume('auth.user.registered', async ({ eventData, metadata }, cause) => {
  const recipient = recipientOf(eventData, metadata.aggregateVersion);
  await commit({ cause, writes: putRecipient(cause.organizationId, recipient, 0) });
});

import { commit } from '../../shared/commit.ts';
import { consume } from '../../shared/event-consumer.ts';
import { recipientOf } from '../recipient.ts';
import { putRecipient } from '../recipient-table.ts';

/** Remembers how to reach a user. Registered is registered once, so there is no older version to guard against. */
export const onUserRegistered = consume('auth.user.registered', async ({ eventData }, cause) => {
  await commit({ cause, writes: putRecipient(cause.organizationId, recipientOf(eventData)) });
});

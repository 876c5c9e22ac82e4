import { consume } from '../../shared/events/event-consumer.ts';
import { readDecideCommit } from '../../shared/store/commit.ts';
import { withRoles } from '../model/recipient.ts';
import { findRecipient, putRecipient } from '../store/recipient-table.ts';

/** Whoever becomes staff is told of the shop's stock from now on. Before the registration arrived it is thrown back, to come again. */
export const onPermissionsChanged = consume('auth.permissions.changed', async ({ eventData, metadata }, cause) => {
  await readDecideCommit(async () => {
    const recipient = await findRecipient(cause.organizationId, eventData.userId);
    if (recipient === undefined) throw new Error(`the registration of user ${eventData.userId} has not arrived yet`);
    const changed = withRoles(recipient, eventData.roles, metadata.aggregateVersion);
    if (changed === undefined) return { result: undefined };
    return { result: undefined, commit: { cause, writes: putRecipient(cause.organizationId, changed, recipient.version) } };
  });
});

import { consume } from '../../shared/events/consume.ts';
import { withRoles } from '../model/recipient.ts';
import { putRecipient, requireRecipient } from '../store/recipient-table.ts';

/** Whether a user is staff decides who gets the warnings about stock. */
export const onPermissionsChanged = consume(
  'auth.permissions.changed',
  async ({ eventData: { userId, roles }, metadata }, { organizationId }) => {
    const recipient = await requireRecipient(organizationId, userId);
    const changed = withRoles(recipient, roles, metadata.aggregateVersion);
    return changed && { writes: putRecipient(organizationId, changed, recipient.version) };
  },
);

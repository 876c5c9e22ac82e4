import { consume } from '../../../shared/events/consume.ts';
import { afterProfileUpdate } from '../../model/recipients/recipient.ts';
import { recipientEffects } from '../../store/recipient-table.ts';

/** Keeps the user's address, name and language. */
export const onUserProfileUpdated = consume('auth.user.profile.updated', ({ eventData, metadata }, { organizationId }) =>
  recipientEffects(organizationId, eventData.userId, (recipient) =>
    afterProfileUpdate(recipient, eventData, metadata.aggregateVersion),
  ),
);

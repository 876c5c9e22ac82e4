import { consume } from '../../../shared/events/consume.ts';
import { afterRegistration } from '../../model/recipients/recipient.ts';
import { recipientEffects } from '../../store/recipient-table.ts';

/** Keeps the user's address, name and language, and whether they are staff. */
export const onUserRegistered = consume('auth.user.registered', ({ eventData, metadata }, { organizationId }) =>
  recipientEffects(organizationId, eventData.userId, (recipient) =>
    afterRegistration(recipient, eventData, metadata.aggregateVersion),
  ),
);

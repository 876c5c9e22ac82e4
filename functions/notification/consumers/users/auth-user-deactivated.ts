import { consume } from '../../../shared/events/consume.ts';
import { afterDeactivation } from '../../model/recipients/recipient.ts';
import { recipientEffects } from '../../store/recipient-table.ts';

/** A deactivated user gets no warnings about stock any more. E-mails about their own orders and money still reach them. */
export const onUserDeactivated = consume('auth.user.deactivated', ({ eventData, metadata }, { organizationId }) =>
  recipientEffects(organizationId, eventData.userId, (recipient) =>
    afterDeactivation(recipient, eventData, metadata.aggregateVersion),
  ),
);

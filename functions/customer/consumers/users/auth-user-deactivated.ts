import { consume } from '../../../shared/events/consume.ts';
import { afterDeactivation } from '../../model/user-copy.ts';
import { userEffects } from '../../store/user-table.ts';

/** A customer whose login is shut out may not order any more. */
export const onUserDeactivated = consume('auth.user.deactivated', ({ eventData, metadata, occurredOn: at }, { organizationId }) =>
  userEffects(organizationId, { userId: eventData.userId, at }, (user) =>
    afterDeactivation(user, eventData, metadata.aggregateVersion),
  ),
);

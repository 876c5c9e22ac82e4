import { consume } from '../../../shared/events/consume.ts';
import { afterRegistration } from '../../model/user-copy.ts';
import { userEffects } from '../../store/user-table.ts';

/** Users who join as buyers become customers, under their user id. */
export const onUserRegistered = consume('auth.user.registered', ({ eventData, metadata, occurredOn: at }, { organizationId }) =>
  userEffects(organizationId, { userId: eventData.userId, at }, (user) =>
    afterRegistration(user, eventData, metadata.aggregateVersion),
  ),
);

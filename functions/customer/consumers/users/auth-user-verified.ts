import { consume } from '../../../shared/events/consume.ts';
import { afterVerification } from '../../model/user-copy.ts';
import { userEffects } from '../../store/user-table.ts';

/** Remembers which e-mail address the customer has proved to be theirs. */
export const onUserVerified = consume('auth.user.verified', ({ eventData, metadata, occurredOn: at }, { organizationId }) =>
  userEffects(organizationId, { userId: eventData.userId, at }, (user) =>
    afterVerification(user, eventData, metadata.aggregateVersion),
  ),
);

import { consume } from '../../../shared/events/consume.ts';
import { afterProfileUpdate } from '../../model/user-copy.ts';
import { userEffects } from '../../store/user-table.ts';

/** Takes over the name, e-mail address and language that users change at their login. */
export const onProfileUpdated = consume(
  'auth.user.profile.updated',
  ({ eventData, metadata, occurredOn: at }, { organizationId }) =>
    userEffects(organizationId, { userId: eventData.userId, at }, (user) =>
      afterProfileUpdate(user, eventData, metadata.aggregateVersion),
    ),
);

import { consume } from '../../../shared/events/consume.ts';
import { afterPermissionsChange } from '../../model/user-copy.ts';
import { userEffects } from '../../store/user-table.ts';

/** Users become customers with the role of a buyer, and may order while their roles allow it. */
export const onPermissionsChanged = consume(
  'auth.permissions.changed',
  ({ eventData, metadata, occurredOn: at }, { organizationId }) =>
    userEffects(organizationId, { userId: eventData.userId, at }, (user) =>
      afterPermissionsChange(user, eventData, metadata.aggregateVersion),
    ),
);

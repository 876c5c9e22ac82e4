import { consume } from '../../../shared/events/consume.ts';
import { afterPermissionsChange } from '../../model/recipients/recipient.ts';
import { recipientEffects } from '../../store/recipient-table.ts';

/** What users may do, and for which shops, decides who gets the warnings about stock. */
export const onPermissionsChanged = consume('auth.permissions.changed', ({ eventData, metadata }, { organizationId }) =>
  recipientEffects(organizationId, eventData.userId, (recipient) =>
    afterPermissionsChange(recipient, eventData, metadata.aggregateVersion),
  ),
);

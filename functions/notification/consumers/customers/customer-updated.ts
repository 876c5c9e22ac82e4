import { consume } from '../../../shared/events/consume.ts';
import { afterCustomerChange } from '../../model/recipients/recipient.ts';
import { recipientEffects } from '../../store/recipient-table.ts';

/** Keeps how the customer is reached and wants to be. A new e-mail address is written to, whatever came back from the old one. */
export const onCustomerUpdated = consume('customer.updated', ({ eventData, metadata }, { organizationId }) =>
  recipientEffects(organizationId, eventData.customerId, (recipient) =>
    afterCustomerChange(recipient, eventData, metadata.aggregateVersion),
  ),
);

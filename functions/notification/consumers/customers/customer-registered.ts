import { consumeWithOwnCommit } from '../../../shared/events/consume.ts';
import { welcome } from '../../model/messages/account-messages.ts';
import { afterCustomerChange } from '../../model/recipients/recipient.ts';
import { notifyCustomer } from '../../store/notifier.ts';
import { recipientEffects } from '../../store/recipient-table.ts';

/** Keeps how the customer is reached and wants to be, and welcomes them. */
export const onCustomerRegistered = consumeWithOwnCommit('customer.registered', async (event, handling, commits) => {
  const { eventData, metadata } = event;
  const { organizationId } = handling;
  const { customerId } = eventData;
  await commits.unmarked.decided(async () => ({
    result: undefined,
    ...(await recipientEffects(organizationId, customerId, (recipient) =>
      afterCustomerChange(recipient, eventData, metadata.aggregateVersion),
    )),
  }));
  // Without them, the person was erased before the event arrived.
  if (eventData.email === undefined || eventData.name === undefined) return;
  await notifyCustomer(customerId, welcome(eventData), handling, commits);
});

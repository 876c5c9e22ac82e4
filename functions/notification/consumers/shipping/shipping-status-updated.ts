import { consumeWithOwnCommit } from '../../../shared/events/consume.ts';
import { parcelOutForDelivery } from '../../model/messages/parcel-messages.ts';
import { notifyCustomer } from '../../store/notifier.ts';

/** A customer who waits at home is told on the day. What else a parcel goes through is announced by other events. */
export const onShippingStatusUpdated = consumeWithOwnCommit(
  'shipping.status.updated',
  async ({ eventData }, handling, commits) => {
    if (eventData.status !== 'out_for_delivery' || eventData.method === 'collection') return;
    await notifyCustomer(eventData.customerId, parcelOutForDelivery(eventData), handling, commits);
  },
);

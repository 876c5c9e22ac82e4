import { consumeWithOwnCommit } from '../../../shared/events/consume.ts';
import { parcelLost } from '../../model/messages/parcel-messages.ts';
import { notifyCustomer } from '../../store/notifier.ts';

export const onShippingLost = consumeWithOwnCommit('shipping.lost', ({ eventData }, handling, commits) =>
  notifyCustomer(eventData.customerId, parcelLost(eventData), handling, commits),
);

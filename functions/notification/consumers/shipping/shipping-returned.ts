import { consumeWithOwnCommit } from '../../../shared/events/consume.ts';
import { parcelReturned } from '../../model/messages/parcel-messages.ts';
import { notifyCustomer } from '../../store/notifier.ts';

export const onShippingReturned = consumeWithOwnCommit('shipping.returned', ({ eventData }, handling, commits) =>
  notifyCustomer(eventData.customerId, parcelReturned(eventData), handling, commits),
);

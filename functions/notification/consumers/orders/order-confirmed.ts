import { consumeWithOwnCommit } from '../../../shared/events/consume.ts';
import { orderConfirmed } from '../../model/messages/order-messages.ts';
import { notifyCustomer } from '../../store/notifier.ts';

export const onOrderConfirmed = consumeWithOwnCommit('order.confirmed', ({ eventData }, handling, commits) =>
  notifyCustomer(eventData.customerId, orderConfirmed(eventData), handling, commits),
);

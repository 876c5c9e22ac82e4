import { consumeWithOwnCommit } from '../../../shared/events/consume.ts';
import { orderReceived } from '../../model/messages/order-messages.ts';
import { notifyCustomer } from '../../store/notifier.ts';

export const onOrderCreated = consumeWithOwnCommit('order.created', ({ eventData }, handling, commits) =>
  notifyCustomer(eventData.customerId, orderReceived(eventData), handling, commits),
);

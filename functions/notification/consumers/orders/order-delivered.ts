import { consumeWithOwnCommit } from '../../../shared/events/consume.ts';
import { orderDelivered } from '../../model/messages/order-messages.ts';
import { notifyCustomer } from '../../store/notifier.ts';

export const onOrderDelivered = consumeWithOwnCommit('order.delivered', ({ eventData }, handling, commits) =>
  notifyCustomer(eventData.customerId, orderDelivered(eventData), handling, commits),
);

import { consumeWithOwnCommit } from '../../../shared/events/consume.ts';
import { orderCancelled } from '../../model/messages/order-messages.ts';
import { notifyCustomer } from '../../store/notifier.ts';

export const onOrderCancelled = consumeWithOwnCommit('order.cancelled', ({ eventData }, handling, commits) =>
  notifyCustomer(eventData.customerId, orderCancelled(eventData), handling, commits),
);

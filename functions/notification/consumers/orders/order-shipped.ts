import { consumeWithOwnCommit } from '../../../shared/events/consume.ts';
import { orderShipped } from '../../model/messages/order-messages.ts';
import { notifyCustomer } from '../../store/notifier.ts';

/** Of an order that is collected, nothing is on its way: its customer is written to when everything was handed over. */
export const onOrderShipped = consumeWithOwnCommit('order.shipped', async ({ eventData }, handling, commits) => {
  if (eventData.method === 'collection') return;
  await notifyCustomer(eventData.customerId, orderShipped(eventData), handling, commits);
});

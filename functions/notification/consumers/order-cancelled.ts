import { consume } from '../../shared/events/event-consumer.ts';
import { orderCancelled } from '../model/message.ts';
import { notifyCustomer } from '../store/letters-client.ts';

export const onOrderCancelled = consume('order.cancelled', ({ eventData }, cause) =>
  notifyCustomer(eventData.customerId, orderCancelled(eventData), cause),
);

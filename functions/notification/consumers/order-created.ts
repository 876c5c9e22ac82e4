import { consume } from '../../shared/events/event-consumer.ts';
import { orderReceived } from '../model/message.ts';
import { notifyCustomer } from '../store/letters-client.ts';

export const onOrderCreated = consume('order.created', ({ eventData }, cause) =>
  notifyCustomer(eventData.customerId, orderReceived(eventData), cause),
);

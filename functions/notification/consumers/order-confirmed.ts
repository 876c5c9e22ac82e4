import { consume } from '../../shared/events/event-consumer.ts';
import { orderConfirmed } from '../model/message.ts';
import { notifyCustomer } from '../store/letters-client.ts';

export const onOrderConfirmed = consume('order.confirmed', ({ eventData }, cause) =>
  notifyCustomer(eventData.customerId, orderConfirmed(eventData), cause),
);

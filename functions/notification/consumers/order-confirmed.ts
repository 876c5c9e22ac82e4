import { consume } from '../../shared/event-consumer.ts';
import { orderConfirmed } from '../message.ts';
import { notifyCustomer } from './notify.ts';

export const onOrderConfirmed = consume('order.confirmed', ({ eventData }, cause) =>
  notifyCustomer(eventData.customerId, orderConfirmed(eventData), cause),
);

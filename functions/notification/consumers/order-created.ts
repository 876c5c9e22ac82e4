import { consume } from '../../shared/event-consumer.ts';
import { orderReceived } from '../message.ts';
import { notifyCustomer } from './notify.ts';

export const onOrderCreated = consume('order.created', ({ eventData }, cause) =>
  notifyCustomer(eventData.customerId, orderReceived(eventData), cause),
);

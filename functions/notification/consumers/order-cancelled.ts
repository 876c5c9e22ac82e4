import { consume } from '../../shared/event-consumer.ts';
import { orderCancelled } from '../message.ts';
import { notifyCustomer } from './notify.ts';

export const onOrderCancelled = consume('order.cancelled', ({ eventData }, cause) =>
  notifyCustomer(eventData.customerId, orderCancelled(eventData), cause),
);

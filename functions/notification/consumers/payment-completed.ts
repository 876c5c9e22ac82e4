import { consume } from '../../shared/event-consumer.ts';
import { paymentCompleted } from '../message.ts';
import { notifyCustomer } from './notify.ts';

export const onPaymentCompleted = consume('payment.completed', ({ eventData }, cause) =>
  notifyCustomer(eventData.customerId, paymentCompleted(eventData), cause),
);

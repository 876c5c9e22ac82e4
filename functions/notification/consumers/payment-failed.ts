import { consume } from '../../shared/event-consumer.ts';
import { paymentFailed } from '../message.ts';
import { notifyCustomer } from './notify.ts';

export const onPaymentFailed = consume('payment.failed', ({ eventData }, cause) =>
  notifyCustomer(eventData.customerId, paymentFailed(eventData), cause),
);

import { consume } from '../../shared/event-consumer.ts';
import { paymentRefunded } from '../message.ts';
import { notifyCustomer } from './notify.ts';

export const onPaymentRefunded = consume('payment.refunded', ({ eventData }, cause) =>
  notifyCustomer(eventData.customerId, paymentRefunded(eventData), cause),
);

import { consume } from '../../shared/events/event-consumer.ts';
import { paymentCompleted } from '../model/message.ts';
import { notifyCustomer } from '../store/letters-client.ts';

export const onPaymentCompleted = consume('payment.completed', ({ eventData }, cause) =>
  notifyCustomer(eventData.customerId, paymentCompleted(eventData), cause),
);

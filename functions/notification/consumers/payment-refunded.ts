import { consume } from '../../shared/events/event-consumer.ts';
import { paymentRefunded } from '../model/message.ts';
import { notifyCustomer } from '../store/letters-client.ts';

export const onPaymentRefunded = consume('payment.refunded', ({ eventData }, cause) =>
  notifyCustomer(eventData.customerId, paymentRefunded(eventData), cause),
);

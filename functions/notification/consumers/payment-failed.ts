import { consume } from '../../shared/events/event-consumer.ts';
import { paymentFailed } from '../model/message.ts';
import { notifyCustomer } from '../store/letters-client.ts';

export const onPaymentFailed = consume('payment.failed', ({ eventData }, cause) =>
  notifyCustomer(eventData.customerId, paymentFailed(eventData), cause),
);

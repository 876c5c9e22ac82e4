import { consumeWithOwnCommit } from '../../../shared/events/consume.ts';
import { paymentCompleted } from '../../model/messages/payment-messages.ts';
import { notifyCustomer } from '../../store/notifier.ts';

export const onPaymentCompleted = consumeWithOwnCommit('payment.completed', ({ eventData }, handling, commits) =>
  notifyCustomer(eventData.customerId, paymentCompleted(eventData), handling, commits),
);

import { consumeWithOwnCommit } from '../../../shared/events/consume.ts';
import { paymentRefunded } from '../../model/messages/payment-messages.ts';
import { notifyCustomer } from '../../store/notifier.ts';

export const onPaymentRefunded = consumeWithOwnCommit('payment.refunded', ({ eventData }, handling, commits) =>
  notifyCustomer(eventData.customerId, paymentRefunded(eventData), handling, commits),
);

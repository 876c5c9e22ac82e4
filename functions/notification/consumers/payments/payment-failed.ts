import { consumeWithOwnCommit } from '../../../shared/events/consume.ts';
import { paymentFailed } from '../../model/messages/payment-messages.ts';
import { notifyCustomer } from '../../store/notifier.ts';

export const onPaymentFailed = consumeWithOwnCommit('payment.failed', ({ eventData }, handling, commits) =>
  notifyCustomer(eventData.customerId, paymentFailed(eventData), handling, commits),
);

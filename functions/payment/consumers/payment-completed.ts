import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import { notifySaga } from '../store/waiting-saga.ts';

/** Answers the saga that waits for the charge, if the webhook's hint has not done so. */
export const onPaymentCompleted = consumeWithOwnCommit('payment.completed', ({ eventData }, { organizationId }) =>
  notifySaga(organizationId, eventData.orderId),
);

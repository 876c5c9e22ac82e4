import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import { notifySaga } from '../store/waiting-saga.ts';

/** Answers the saga that waits for the charge, if the webhook's hint has not done so. The saga then tries again or gives up. */
export const onPaymentFailed = consumeWithOwnCommit('payment.failed', ({ eventData }, { organizationId }) =>
  notifySaga(organizationId, eventData.orderId),
);

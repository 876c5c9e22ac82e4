import { consume } from '../../shared/events/event-consumer.ts';
import { resumeSaga } from '../store/resume-saga.ts';

/** Resumes the saga that waits for the charge, which then tries again or gives up. */
export const onPaymentFailed = consume('payment.failed', async ({ eventData }, { organizationId }) => {
  await resumeSaga(organizationId, eventData.orderId);
});

import { consume } from '../../shared/events/event-consumer.ts';
import { resumeSaga } from '../store/resume-saga.ts';

/** Resumes the saga that waits for the charge. */
export const onPaymentCompleted = consume('payment.completed', async ({ eventData }, { organizationId }) => {
  await resumeSaga(organizationId, eventData.orderId);
});

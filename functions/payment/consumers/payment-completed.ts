import { consume } from '../../shared/event-consumer.ts';
import { resumeSaga } from './resume-saga.ts';

/** Resumes the saga that waits for the charge. */
export const onPaymentCompleted = consume('payment.completed', async ({ eventData }, { organizationId }) => {
  await resumeSaga(organizationId, eventData.orderId);
});

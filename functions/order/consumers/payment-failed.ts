import { consume } from '../../shared/events/consume.ts';
import { timelineLine } from '../store/timeline-table.ts';

/** Shows on the timeline that a charge failed. The saga decides what follows. */
export const onPaymentFailed = consume('payment.failed', (event, handling) => {
  const { attempt, reason, retryable } = event.eventData;
  return timelineLine(event, handling, `Payment attempt ${attempt} failed ${retryable ? 'for now' : 'for good'}: ${reason}`);
});

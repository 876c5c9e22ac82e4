import { adapter } from '#payment-provider';
import { readAhead } from '../shared/aws/read-ahead.ts';
import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onOrderCancelled } from './consumers/order-cancelled.ts';
import { onPaymentCompleted } from './consumers/payment-completed.ts';
import { onPaymentFailed } from './consumers/payment-failed.ts';
import { onPaymentReversalRequested } from './consumers/payment-reversal-requested.ts';
import { payment } from './domain.ts';

await readAhead({ 'provider secret': adapter.readSecrets });

export const handler = eventConsumer(payment, 'payment', {
  'order.cancelled': onOrderCancelled,
  'payment.completed': onPaymentCompleted,
  'payment.failed': onPaymentFailed,
  'payment.reversal.requested': onPaymentReversalRequested,
});

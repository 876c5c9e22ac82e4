import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { customerId, orderId, paymentId, totalAmount } from '../../../tests/kit/stored-order.ts';
import { handler } from '../consumer.ts';
import { readTimeline } from '../store/timeline-table.ts';

const table = emptyTable('order');
const payment = { paymentId, orderId, customerId, attempt: 2, amount: totalAmount };
const event = anEvent('payment.completed', paymentId, { ...payment, transactionId: 'tx-1' });

describe('onPaymentCompleted', () => {
  it('adds one line to the timeline, however often it is delivered', async () => {
    await deliver(handler, 'payment.completed', event);
    await deliver(handler, 'payment.completed', event);
    expect(await readTimeline(organizationId, orderId)).toEqual([
      { type: 'payment.completed', occurredOn: at, eventId: event.eventId, summary: 'Payment attempt 2 completed: €25.00' },
    ]);
    expect(table.published()).toEqual([]);
    expect(table.markers()).toHaveLength(1);
  });
});

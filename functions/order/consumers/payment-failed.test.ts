import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { customerId, orderId, paymentId, totalAmount } from '../../../tests/kit/stored-order.ts';
import { handler } from '../consumer.ts';
import { readTimeline } from '../store/timeline-table.ts';

const table = emptyTable('order');
const failed = (retryable: boolean) =>
  anEvent('payment.failed', paymentId, {
    ...{ paymentId, orderId, customerId, attempt: 1, amount: totalAmount },
    reason: 'card-expired',
    retryable,
  });

describe('onPaymentFailed', () => {
  it.each([
    [true, 'Payment attempt 1 failed for now: card-expired'],
    [false, 'Payment attempt 1 failed for good: card-expired'],
  ])('adds a line to the timeline (retryable: %s)', async (retryable, summary) => {
    await deliver(handler, 'payment.failed', failed(retryable));
    expect(await readTimeline(organizationId, orderId)).toMatchObject([{ type: 'payment.failed', summary }]);
    expect(table.published()).toEqual([]);
  });
});

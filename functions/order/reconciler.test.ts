import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../tests/kit/empty-table.ts';
import { deliverBody, organizationId, sagaOrderOf } from '../../tests/kit/invoke.ts';
import { orderId, orderIn, putOrder } from '../../tests/kit/stored-order.ts';
import { stubSqs } from '../../tests/kit/stub-sqs.ts';
import { handler } from './reconciler.ts';
import { orders } from './store/order-table.ts';

const table = emptyTable('order');
const sqs = stubSqs();
const input = sagaOrderOf({ '0193a000-0000-7000-8000-000000000001': 2 }, { orderId });
const ended = (status: string, order: object = input) =>
  JSON.stringify({
    id: '0193a000-0000-7000-8000-0000000000ee',
    'detail-type': 'Step Functions Execution Status Change',
    detail: { status, input: JSON.stringify(order) },
  });

describe('reconciler', () => {
  it.each([
    ['FAILED', 'saga-failed'],
    ['TIMED_OUT', 'saga-timed-out'],
    ['ABORTED', 'saga-aborted'],
  ])('cancels the pending order of a saga that ended as %s', async (status, cancelReason) => {
    table.put(...putOrder(orderIn('pending')));
    await deliverBody(handler, ended(status));
    await deliverBody(handler, ended(status));
    expect(await orders.find(organizationId, orderId)).toMatchObject({ status: 'cancelled', cancelReason, version: 2 });
    expect(table.published()).toMatchObject([
      { type: 'order.cancelled', metadata: { correlationId: input.correlationId, organizationId } },
    ]);
  });

  it.each(['confirmed', 'cancelling', 'cancelled', 'shipped', 'delivered'] as const)(
    'leaves a %s order alone',
    async (status) => {
      table.put(...putOrder(orderIn(status)));
      await deliverBody(handler, ended('FAILED'));
      expect(await orders.find(organizationId, orderId)).toMatchObject({ status, version: 1 });
      expect(table.published()).toEqual([]);
    },
  );

  it.each([
    ['a message that is no status change', '{}'],
    ['an input that is no order', ended('FAILED', { orderId })],
    ['an order that does not exist', ended('FAILED')],
  ])('sends %s to the dead-letter queue with its cause', async (_, body) => {
    await deliverBody(handler, body);
    expect(sqs.buried).toMatchObject([{ body, attributes: { cause: expect.stringContaining('PermanentFault') } }]);
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyTable } from '../../tests/kit/empty-table.ts';
import { deliverBody, organizationId, sagaOrderOf } from '../../tests/kit/invoke.ts';
import { orderId, orderIn, putOrder } from '../../tests/kit/stored-order.ts';
import { awsSettings, type StubAws, startStubAws } from '../../tests/kit/stub-aws.ts';
import { handler } from './reconciler.ts';
import { orders } from './store/order-table.ts';

const table = emptyTable('order');
const input = sagaOrderOf({ '0193a000-0000-7000-8000-000000000001': 2 }, { orderId });
const ended = (status: string, order: object = input) =>
  JSON.stringify({
    id: '0193a000-0000-7000-8000-0000000000ee',
    'detail-type': 'Step Functions Execution Status Change',
    detail: { status, input: JSON.stringify(order) },
  });

let sqs: StubAws;
beforeAll(async () => {
  sqs = await startStubAws({
    SendMessage: ({ MessageBody }) => ({
      MessageId: 'message-1',
      MD5OfMessageBody: createHash('md5').update(String(MessageBody)).digest('hex'),
    }),
  });
  Object.assign(process.env, { ...awsSettings(sqs), DEAD_LETTER_QUEUE_URL: `${sqs.url}/123456789012/dead-letters` });
});
beforeEach(() => {
  sqs.asked.length = 0;
});
afterAll(() => sqs.stop());
const deadLetters = () =>
  sqs.asked.map(({ input: { MessageBody, MessageAttributes } }) => [MessageBody, Object(MessageAttributes).cause]);

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
    expect(deadLetters()).toEqual([[body, { DataType: 'String', StringValue: expect.stringContaining('PermanentFault') }]]);
  });
});

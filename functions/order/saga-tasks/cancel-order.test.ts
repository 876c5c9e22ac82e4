import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { callTask, organizationId, sagaOrderOf } from '../../../tests/kit/invoke.ts';
import { orderId, orderIn, putOrder } from '../../../tests/kit/stored-order.ts';
import { orders } from '../store/order-table.ts';
import { handler } from './cancel-order.ts';

const table = emptyTable('order');
const input = sagaOrderOf({ '0193a000-0000-7000-8000-000000000001': 2 }, { orderId, reason: 'out-of-stock' });
const cancel = () => callTask(handler, input);

describe('CancelOrder', () => {
  it('cancels a pending order for the saga’s reason', async () => {
    table.put(...putOrder(orderIn('pending')));
    expect(await cancel()).toEqual({ outcome: 'cancelled' });
    expect(await orders.find(organizationId, orderId)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'out-of-stock',
      version: 2,
    });
    expect(table.published()).toMatchObject([{ type: 'order.cancelled', eventData: { reason: 'out-of-stock' } }]);
  });

  it('cancels once, however often it is called', async () => {
    table.put(...putOrder(orderIn('pending')));
    await cancel();
    expect(await cancel()).toEqual({ outcome: 'cancelled' });
    expect(table.published()).toHaveLength(1);
  });

  it.each([
    ['confirmed', 'confirmed'],
    ['cancelling', 'confirmed'],
    ['shipped', 'confirmed'],
    ['delivered', 'confirmed'],
    ['cancelled', 'cancelled'],
  ] as const)('changes nothing of a %s order and answers `%s`', async (status, outcome) => {
    table.put(...putOrder(orderIn(status)));
    expect(await cancel()).toEqual({ outcome });
    expect(table.published()).toEqual([]);
  });

  it('is a permanent fault without a reason or an order', async () => {
    await expect(cancel()).rejects.toMatchObject({ name: 'PermanentFault' });
    table.put(...putOrder(orderIn('pending')));
    const { reason: _, ...without } = input;
    await expect(callTask(handler, without)).rejects.toMatchObject({ name: 'PermanentFault' });
  });
});

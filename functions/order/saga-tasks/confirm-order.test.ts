import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { callTask, organizationId, sagaOrderOf } from '../../../tests/kit/invoke.ts';
import { orderId, orderIn, paymentId, putOrder } from '../../../tests/kit/stored-order.ts';
import { decideCancellation } from '../model/order.ts';
import { orderEffects, orders } from '../store/order-table.ts';
import { readTimeline } from '../store/timeline-table.ts';
import { handler } from './confirm-order.ts';

const table = emptyTable('order');
const input = sagaOrderOf({ '0193a000-0000-7000-8000-000000000001': 2 }, { orderId, paymentId });
const confirm = () => callTask(handler, input);
const deadlines = () => table.items().filter(({ pk }) => String(pk).startsWith('DEADLINE#'));

describe('ConfirmOrder', () => {
  it('confirms a pending order, and it has no deadline any more', async () => {
    table.put(...putOrder(orderIn('pending')));
    expect(await confirm()).toEqual({ outcome: 'confirmed' });
    expect(await orders.find(organizationId, orderId)).toMatchObject({ status: 'confirmed', paymentId, version: 2 });
    expect(table.published()).toMatchObject([{ type: 'order.confirmed', eventData: { orderId, paymentId } }]);
    expect(await readTimeline(organizationId, orderId)).toMatchObject([{ summary: 'Order confirmed' }]);
    expect(deadlines()).toEqual([]);
  });

  it('confirms once, however often it is called', async () => {
    table.put(...putOrder(orderIn('pending')));
    await confirm();
    expect(await confirm()).toEqual({ outcome: 'confirmed' });
    expect(table.published()).toHaveLength(1);
  });

  it.each([
    ['cancelling', 'confirmed'],
    ['shipped', 'confirmed'],
    ['delivered', 'confirmed'],
    ['cancelled', 'cancelled-meanwhile'],
  ] as const)('changes nothing of a %s order and answers `%s`', async (status, outcome) => {
    table.put(...putOrder(orderIn(status)));
    expect(await confirm()).toEqual({ outcome });
    expect(table.published()).toEqual([]);
  });

  it('decides again when the customer cancels in between', async () => {
    const pending = orderIn('pending');
    table.put(...putOrder(pending));
    const { change } = decideCancellation(pending, { by: 'customer', reason: 'ordered twice', at: pending.placedAt });
    if (change === undefined) throw new Error('a pending order can be cancelled');
    table.beforeNextTransaction(() => table.put(...orderEffects(organizationId, change, pending).writes));
    expect(await confirm()).toEqual({ outcome: 'cancelled-meanwhile' });
  });

  it('is a permanent fault without a payment or an order', async () => {
    await expect(confirm()).rejects.toMatchObject({ name: 'PermanentFault' });
    table.put(...putOrder(orderIn('pending')));
    const { paymentId: _, ...unpaid } = input;
    await expect(callTask(handler, unpaid)).rejects.toMatchObject({ name: 'PermanentFault' });
  });
});

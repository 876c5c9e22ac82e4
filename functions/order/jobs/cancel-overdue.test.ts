import { describe, expect, it, vi } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { organizationId, runJob, trace } from '../../../tests/kit/invoke.ts';
import { deadline, orderId, orderIn, putOrder } from '../../../tests/kit/stored-order.ts';
import { log } from '../../shared/log.ts';
import { putDeadline } from '../store/deadline-table.ts';
import { orders } from '../store/order-table.ts';
import { handler } from './cancel-overdue.ts';

const table = emptyTable('order');
const due = '2026-11-22T12:00:01.000Z';
const run = (at = due) => runJob(handler, at);
const statusOf = async (id: string) => (await orders.find(organizationId, id))?.status;
const idOf = (n: number) => `0193a000-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('cancel-overdue', () => {
  it('cancels what is pending past its deadline, in the trace of the request that placed it', async () => {
    table.put(...putOrder(orderIn('pending')));
    expect(await run()).toEqual({ overdue: 1, cancelled: 1, askedAgain: 0, left: 0, oldestOverdueSeconds: 0 });
    expect(await orders.find(organizationId, orderId)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'deadline-passed',
      cancelledAt: due,
    });
    expect(table.published()).toMatchObject([
      { type: 'order.cancelled', metadata: { correlationId: trace.correlationId, organizationId } },
    ]);
    expect(await run()).toEqual({ overdue: 0, cancelled: 0, askedAgain: 0, left: 0, oldestOverdueSeconds: 0 });
  });

  it('asks a shipment again that has not decided a cancellation, in the trace of the order', async () => {
    table.put(...putOrder(orderIn('cancelling')));
    expect(await run('2026-11-22T10:04:59.000Z')).toMatchObject({ askedAgain: 0 });
    const logged = vi.spyOn(log, 'error');
    expect(await run('2026-11-22T10:06:00.000Z')).toMatchObject({ askedAgain: 1, cancelled: 0 });
    expect(logged).toHaveBeenCalledWith(expect.any(String), expect.objectContaining({ orderId, asked: 2 }));
    expect(await orders.find(organizationId, orderId)).toMatchObject({ status: 'cancelling', asked: 2, version: 2 });
    expect(table.published()).toMatchObject([
      {
        type: 'order.cancellation.requested',
        eventData: { asked: 2, reason: 'ordered twice' },
        metadata: { correlationId: trace.correlationId },
      },
    ]);
    expect(await run('2026-11-22T10:07:00.000Z')).toMatchObject({ askedAgain: 0 });
    expect(await run('2026-11-22T10:17:00.000Z')).toMatchObject({ askedAgain: 1 });
  });

  it('leaves what is not due yet', async () => {
    table.put(...putOrder(orderIn('pending')));
    expect(await run(deadline)).toEqual({ overdue: 0, cancelled: 0, askedAgain: 0, left: 0, oldestOverdueSeconds: 0 });
    expect(await statusOf(orderId)).toBe('pending');
  });

  it('goes through every shard and every page', async () => {
    const ids = Array.from({ length: 600 }, (_, n) => idOf(n));
    for (const id of ids) table.put(...putOrder(orderIn('pending', { orderId: id })));
    expect(await run()).toEqual({ overdue: 600, cancelled: 600, askedAgain: 0, left: 0, oldestOverdueSeconds: 0 });
    expect(new Set(await Promise.all(ids.map(statusOf)))).toEqual(new Set(['cancelled']));
  });

  it('gets past more than a page of rows that keep failing, and says that they failed', async () => {
    table.put(...putOrder(orderIn('pending')));
    const failing = failingBefore(orderId, 120);
    table.put(...failing.slice(0, 60));
    table.put(...failing.slice(60));
    await expect(run()).rejects.toThrow('120 overdue orders could not be cancelled and 0 shards could not be read');
    expect(await statusOf(orderId)).toBe('cancelled');
    await expect(run()).rejects.toThrow('120 overdue orders');
  });
});

/** Deadlines of orders that do not exist, in the shard of this order and before it. */
function failingBefore(id: string, count: number) {
  const earlier = '2026-11-22T11:00:00.000Z';
  const shardOf = (candidate: string) => {
    const write = putDeadline(organizationId, { orderId: candidate, deadline });
    return 'Put' in write ? write.Put.Item?.pk : undefined;
  };
  const ids: string[] = [];
  for (let n = 1000; ids.length < count; n++) if (shardOf(idOf(n)) === shardOf(id)) ids.push(idOf(n));
  return ids.map((candidate) => putDeadline(organizationId, { orderId: candidate, deadline: earlier }));
}

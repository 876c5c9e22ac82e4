import { describe, expect, it, vi } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, callTask, deliver, organizationId, runJob, sagaOrderOf } from '../../../tests/kit/invoke.ts';
import { log } from '../../shared/log.ts';
import { handler as consumer } from '../consumer.ts';
import { handler as releaseStock } from '../saga-tasks/release-stock.ts';
import { handler as reserveStock } from '../saga-tasks/reserve-stock.ts';
import { reservations } from '../store/reservation-table.ts';
import { stocks } from '../store/stock-table.ts';
import { handler } from './ask-expired.ts';

const table = emptyTable('inventory', { ORDER_DEADLINE_MINUTES: '120' });
const productId = '0193a000-0000-7000-8000-000000000001';
const localId = '0193a000-0000-7000-8000-0000000000ff';
const created = anEvent('product.created', productId, {
  ...{ productId, localId, name: 'Goat cheese', category: 'dairy', price: { amountMinor: 450, currency: 'EUR' } },
  ...{ initialStock: 10, lowStockThreshold: 5 },
});
const order = sagaOrderOf({ [productId]: 2 });
const { orderId } = order;
const minutesLater = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const questions = () => table.published().filter(({ type }) => type === 'inventory.reservation.expired');
const marks = () => table.items().filter(({ pk }) => String(pk).startsWith('EXPIRY#'));

async function reserve() {
  await deliver(consumer, 'product.created', created);
  await callTask(reserveStock, order);
}

describe('ask-expired', () => {
  it('asks nothing before the deadline of the order and an hour have passed', async () => {
    await reserve();
    expect(await runJob(handler, minutesLater(175))).toMatchObject({ asked: 0 });
    expect(questions()).toEqual([]);
  });

  it('asks the order under its own trace, and releases nothing', async () => {
    await reserve();
    expect(await runJob(handler, minutesLater(181))).toMatchObject({ asked: 1, failed: 0 });
    const { correlationId } = order;
    expect(questions()).toMatchObject([
      { aggregateId: orderId, eventData: { orderId }, metadata: { correlationId, organizationId } },
    ]);
    const { reservedAt, expiredAt } = Object(questions()[0]?.eventData);
    expect(Date.parse(expiredAt) - Date.parse(reservedAt)).toBe(180 * 60_000);
    expect(await reservations.find(organizationId, orderId)).toMatchObject({ status: 'reserved' });
    expect(await stocks.find(organizationId, productId)).toMatchObject({ available: 8, reserved: 2 });
  });

  it('asks again at growing intervals, each time once', async () => {
    await reserve();
    for (const minutes of [181, 182, 190, 197, 200, 226, 228]) await runJob(handler, minutesLater(minutes));
    expect(questions()).toHaveLength(3);
    expect(marks()).toHaveLength(1);
  });

  it('gives up after eight questions, and says so as an error and to the alarm', async () => {
    await reserve();
    const logged = vi.spyOn(log, 'error');
    let minutes = 181;
    for (let asked = 0; asked < 8; asked++, minutes += 15 * 2 ** asked) await runJob(handler, minutesLater(minutes));
    expect(questions()).toHaveLength(8);
    expect(await runJob(handler, minutesLater(minutes + 10_000))).toMatchObject({ asked: 0, unanswered: 1 });
    expect(logged).toHaveBeenCalledWith('order does not answer for its reservation', expect.objectContaining({ orderId }));
    expect([marks(), questions().length]).toEqual([[], 8]);
    expect(await reservations.find(organizationId, orderId)).toMatchObject({ status: 'reserved' });
  });

  it('asks no order that was cancelled', async () => {
    await reserve();
    await callTask(releaseStock, order);
    expect(marks()).toEqual([]);
    expect(await runJob(handler, minutesLater(181))).toMatchObject({ asked: 0 });
  });

  it('decides again when the order was cancelled in between', async () => {
    await reserve();
    table.beforeNextTransaction(async () => {
      await callTask(releaseStock, order);
    });
    expect(await runJob(handler, minutesLater(181))).toMatchObject({ asked: 0, failed: 0 });
    expect([questions(), marks()]).toEqual([[], []]);
  });
});

import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, callTask, deliver, organizationId, sagaOrderOf } from '../../../tests/kit/invoke.ts';
import { stubSqs } from '../../../tests/kit/stub-sqs.ts';
import { handler } from '../consumer.ts';
import { handler as releaseStock } from '../saga-tasks/release-stock.ts';
import { handler as reserveStock } from '../saga-tasks/reserve-stock.ts';
import { reservations } from '../store/reservation-table.ts';
import { stocks } from '../store/stock-table.ts';

const table = emptyTable('inventory', { ORDER_DEADLINE_MINUTES: '120' });
const sqs = stubSqs();
const productId = '0193a000-0000-7000-8000-000000000001';
const localId = '0193a000-0000-7000-8000-0000000000ff';
const price = { amountMinor: 450, currency: 'EUR' };
const created = anEvent('product.created', productId, {
  ...{ productId, localId, name: 'Goat cheese', category: 'dairy', price, initialStock: 10, lowStockThreshold: 5 },
});
const order = sagaOrderOf({ [productId]: 2 });
const { orderId, customerId, totalAmount } = order;
const shipped = () =>
  anEvent('order.shipped', orderId, { orderId, customerId, totalAmount, method: 'collection', shippedAt: at });
const ship = () => deliver(handler, 'order.shipped', shipped());
const stock = () => stocks.find(organizationId, productId);
const marks = () => table.items().filter(({ pk }) => String(pk).startsWith('EXPIRY#'));

describe('onOrderShipped', () => {
  it('turns reserved stock into shipped stock once, under whichever event ids it comes, and asks the order no more', async () => {
    await deliver(handler, 'product.created', created);
    await callTask(reserveStock, order);
    expect(marks()).toHaveLength(1);
    await ship();
    await ship();
    expect(await stock()).toMatchObject({ available: 8, reserved: 0, shipped: 2, version: 3 });
    expect(await reservations.find(organizationId, orderId)).toMatchObject({ status: 'shipped', version: 2 });
    expect(marks()).toEqual([]);
    const rows = table.items().filter(({ pk }) => String(pk).startsWith('STOCKFEED#'));
    expect(rows).toHaveLength(3);
  });

  it('releases nothing of it afterwards', async () => {
    await deliver(handler, 'product.created', created);
    await callTask(reserveStock, order);
    await ship();
    await callTask(releaseStock, order);
    expect(await stock()).toMatchObject({ available: 8, reserved: 0, shipped: 2 });
  });

  it('comes again while nothing is reserved for the order', async () => {
    await deliver(handler, 'product.created', created);
    await expect(ship()).rejects.toThrow();
    await callTask(reserveStock, order);
    await ship();
    expect(await stock()).toMatchObject({ reserved: 0, shipped: 2 });
  });

  it('is set aside at once when the reservation was released: the two contradict each other', async () => {
    await callTask(releaseStock, order);
    await ship();
    expect(sqs.buried).toMatchObject([{ attributes: { cause: expect.stringContaining('its reservation is released') } }]);
  });
});

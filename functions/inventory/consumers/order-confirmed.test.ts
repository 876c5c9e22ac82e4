import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, callTask, deliver, organizationId, sagaOrderOf } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { handler as reserveStock } from '../saga-tasks/reserve-stock.ts';
import { reservations } from '../store/reservation-table.ts';

const table = emptyTable('inventory', { ORDER_DEADLINE_MINUTES: '120' });
const productId = '0193a000-0000-7000-8000-000000000001';
const localId = '0193a000-0000-7000-8000-0000000000ff';
const created = anEvent('product.created', productId, {
  ...{ productId, localId, name: 'Goat cheese', category: 'dairy', price: { amountMinor: 450, currency: 'EUR' } },
  ...{ initialStock: 10, lowStockThreshold: 5 },
});
const order = sagaOrderOf({ [productId]: 2 });
const { orderId, customerId, totalAmount, lines } = order;
const confirmed = () =>
  anEvent('order.confirmed', orderId, {
    orderId,
    customerId,
    totalAmount,
    lines: [...lines],
    paymentId: orderId,
    confirmedAt: at,
  });

describe('onOrderConfirmed', () => {
  it('ends the question whether the order still needs its stock, and keeps the reservation', async () => {
    await deliver(handler, 'product.created', created);
    await callTask(reserveStock, order);
    await deliver(handler, 'order.confirmed', confirmed());
    await deliver(handler, 'order.confirmed', confirmed());
    const reservation = await reservations.find(organizationId, orderId);
    expect(reservation).toEqual({ orderId, version: 2, status: 'reserved', lines: [{ productId, quantity: 2 }] });
    expect(table.items().filter(({ pk }) => String(pk).startsWith('EXPIRY#'))).toEqual([]);
  });

  it('changes nothing where nothing is reserved', async () => {
    await deliver(handler, 'order.confirmed', confirmed());
    expect(await reservations.find(organizationId, orderId)).toBeUndefined();
  });
});

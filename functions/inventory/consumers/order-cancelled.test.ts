import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { reservations } from '../store/reservation-table.ts';
import { putStocks, stocks } from '../store/stock-table.ts';

const table = emptyTable('inventory');
const orderId = '0193a000-0000-7000-8000-00000000000a';
const productId = '0193a000-0000-7000-8000-000000000001';
const cancelled = anEvent('order.cancelled', orderId, {
  orderId,
  customerId: '0193a000-0000-7000-8000-00000000000b',
  totalAmount: { amountMinor: 900, currency: 'EUR' },
  reason: 'payment-declined',
  cancelledAt: at,
});
const deliverCancelled = () => deliver(handler, 'order.cancelled', cancelled);
const localId = '0193a000-0000-7000-8000-0000000000ff';
const held = {
  productId,
  localId,
  name: 'Cheese',
  initial: 5,
  adjusted: 0,
  available: 3,
  reserved: 2,
  shipped: 0,
  lowStockThreshold: 0,
};

describe('onOrderCancelled', () => {
  it('returns the stock, publishes that, and marks the event as handled', async () => {
    table.put(
      reservations.put(organizationId, { orderId, version: 1, status: 'reserved', lines: [{ productId, quantity: 2 }] }),
      ...putStocks(organizationId, [{ ...held, version: 1 }]),
    );
    await deliverCancelled();
    expect(await stocks.find(organizationId, productId)).toMatchObject({ available: 5, reserved: 0, version: 2 });
    expect(await reservations.find(organizationId, orderId)).toMatchObject({ status: 'released', version: 2 });
    expect(table.published().map(({ type }) => type)).toEqual(['inventory.released', 'inventory.updated']);
    expect(table.markers()).toHaveLength(1);
  });

  it('changes nothing when it is delivered again', async () => {
    await deliverCancelled();
    const before = table.items();
    await deliverCancelled();
    expect(table.items()).toEqual(before);
  });

  it('leaves a tombstone for a reservation that arrives later', async () => {
    await deliverCancelled();
    expect(await reservations.find(organizationId, orderId)).toEqual({ orderId, version: 1, status: 'released', lines: [] });
    expect(table.published()).toEqual([]);
  });
});

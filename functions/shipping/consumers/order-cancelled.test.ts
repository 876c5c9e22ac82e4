import { describe, expect, it } from 'vitest';
import { anEvent, at, deliver } from '../../../tests/kit/invoke.ts';
import { bookedShipment, confirmed, orderId, shippingWorld } from '../../../tests/kit/shipping-world.ts';
import { handler } from '../consumer.ts';

const { table, carrier, opened, stored, put, types } = shippingWorld();
const deliverCancelled = () =>
  deliver(
    handler,
    'order.cancelled',
    anEvent('order.cancelled', orderId, {
      orderId,
      customerId: '0193a000-0000-7000-8000-00000000000b',
      totalAmount: { amountMinor: 900, currency: 'EUR' },
      reason: 'out-of-stock',
      cancelledAt: at,
    }),
  );

describe('onOrderCancelled', () => {
  it('leaves a tombstone and publishes nothing; order.confirmed opens nothing any more', async () => {
    await deliverCancelled();
    await deliver(handler, 'order.confirmed', anEvent('order.confirmed', orderId, confirmed()));
    expect(await stored()).toMatchObject({ kind: 'tombstone', orderId, version: 1, status: 'cancelled' });
    expect([types(), carrier.requests]).toEqual([[], []]);
    expect(table.markers()).toHaveLength(1);
  });

  it('cancels a shipment whose parcels have not left', async () => {
    put(bookedShipment());
    await deliverCancelled();
    expect(await opened()).toMatchObject({ status: 'cancelled', version: 3 });
    expect([types(), carrier.requests.length]).toEqual([['shipping.cancelled'], 2]);
  });

  it('leaves a shipment that has left as it is', async () => {
    put({ ...bookedShipment(), status: 'in_transit' });
    await deliverCancelled();
    expect(await opened()).toMatchObject({ status: 'in_transit', version: 1 });
  });
});

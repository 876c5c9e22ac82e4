import { describe, expect, it } from 'vitest';
import { anEvent, at, deliver, organizationId, trace } from '../../../tests/kit/invoke.ts';
import { bookedShipment, confirmed, openedShipment, orderId, shippingWorld } from '../../../tests/kit/shipping-world.ts';
import { handler } from '../consumer.ts';
import { shipments } from '../store/shipment-table.ts';

const { table, carrier, opened, stored, put, duties, types } = shippingWorld();
const deliverRequest = (asked?: number) =>
  deliver(
    handler,
    'order.cancellation.requested',
    anEvent('order.cancellation.requested', orderId, {
      orderId,
      customerId: '0193a000-0000-7000-8000-00000000000b',
      totalAmount: { amountMinor: 900, currency: 'EUR' },
      requestedAt: at,
      reason: 'ordered twice',
      ...(asked !== undefined && { asked }),
    }),
  );
const inTransit = () => {
  const shipment = bookedShipment();
  const [first, ...others] = shipment.parcels;
  if (first === undefined) throw new Error('a shipment has parcels');
  return { ...shipment, status: 'in_transit' as const, parcels: [{ ...first, status: 'in_transit' as const }, ...others] };
};

describe('onOrderCancellationRequested', () => {
  it('agrees when there is nothing yet, and leaves a tombstone', async () => {
    await deliverRequest();
    const shipment = await stored();
    expect(shipment).toMatchObject({ orderId, version: 1, status: 'cancelled' });
    expect(table.published()).toMatchObject([
      { type: 'shipping.cancelled', eventData: { orderId, shipmentId: shipment?.shipmentId, reason: 'ordered twice' } },
    ]);
    expect(table.markers()).toHaveLength(1);
  });

  it('agrees once, whichever event asks, and again when the order says that it asks again', async () => {
    await deliverRequest();
    await deliverRequest();
    expect(types()).toEqual(['shipping.cancelled']);
    await deliverRequest(2);
    expect(types()).toEqual(['shipping.cancelled', 'shipping.cancelled']);
  });

  it('cancels the parcels before departure, at the carrier too', async () => {
    put(bookedShipment());
    await deliverRequest();
    const { status, parcels } = await opened();
    expect([status, ...parcels.map((parcel) => parcel.owed)]).toEqual(['cancelled', undefined, undefined]);
    expect(carrier.requests.map(({ path }) => path)).toEqual(parcels.map(({ parcelId }) => `/parcels/${parcelId}/cancel`));
    expect([types(), duties()]).toEqual([['shipping.cancelled'], []]);
  });

  it('agrees while the carrier is out, and keeps owing it the cancellation', async () => {
    put(bookedShipment());
    carrier.reply = () => ({ status: 503 });
    await deliverRequest();
    expect((await opened()).parcels).toMatchObject([{ owed: 'cancellation' }, { owed: 'cancellation' }]);
    expect([types(), duties().length]).toEqual([['shipping.cancelled'], 1]);
  });

  it('refuses when a parcel has left', async () => {
    put(inTransit());
    await deliverRequest();
    expect(await opened()).toMatchObject({ status: 'in_transit', version: 1 });
    expect(types()).toEqual([]);
    await deliverRequest(2);
    expect(types()).toEqual(['shipping.status.updated']);
  });

  it('refuses when a parcel leaves at that very moment', async () => {
    put(bookedShipment());
    const departed = shipments.put(organizationId, { ...inTransit(), ...trace, version: 2 });
    table.beforeNextTransaction(() => table.put(departed));
    await deliverRequest();
    expect(await opened()).toMatchObject({ status: 'in_transit' });
    expect(types()).toEqual([]);
  });

  it('cancels parcels whose booking was never answered, and is not undone by order.confirmed', async () => {
    put(openedShipment());
    await deliverRequest();
    await deliver(handler, 'order.confirmed', anEvent('order.confirmed', orderId, confirmed()));
    expect((await opened()).status).toBe('cancelled');
    expect(carrier.requests.map(({ path }) => path.split('/').at(-1))).toEqual(['cancel', 'cancel']);
  });
});

import { describe, expect, it } from 'vitest';
import { bookingOf, openedShipment } from '../../../tests/kit/shipping-world.ts';
import { decideCancellationRequest } from './cancellation.ts';
import { decideSettlement, owingParcels, type Settled } from './settlement.ts';
import type { OpenedShipment, Shipment } from './shipment.ts';

const at = '2026-11-22T12:00:00.000Z';
const bookings = ({ parcels }: OpenedShipment): Settled[] =>
  parcels.map(({ parcelId }, index) => ({ parcelId, task: 'booking', booking: bookingOf(index + 1) }));

describe('decideSettlement', () => {
  it('announces the shipment once every parcel is booked', () => {
    const shipment = openedShipment();
    const [first, second] = bookings(shipment);
    if (first === undefined || second === undefined) throw new Error('two parcels');
    const half = decideSettlement([first], shipment, at);
    expect(half).toMatchObject({ shipment: { version: 2, isAnnounced: false }, events: [] });
    expect(owingParcels(half?.shipment)).toHaveLength(1);
    const whole = decideSettlement([second], half?.shipment, at);
    expect(owingParcels(whole?.shipment)).toEqual([]);
    expect(whole).toMatchObject({
      shipment: { version: 3, isAnnounced: true },
      events: [
        {
          type: 'shipping.created',
          aggregateVersion: 3,
          data: {
            method: 'delivery',
            trackingNumber: 'TC-0001',
            carrier: 'Test Carrier',
            parcels: [{ trackingNumber: 'TC-0001' }, { trackingNumber: 'TC-0002' }],
          },
        },
      ],
    });
    expect(decideSettlement([first, second], whole?.shipment, at)).toBeUndefined();
  });

  it('keeps owing the cancellation of a parcel that was cancelled while it was booked', () => {
    const shipment = openedShipment();
    const { orderId, shipmentId } = shipment;
    const cancellation = decideCancellationRequest({ orderId, shipmentId, reason: 'mind', at, asked: 1 }, shipment);
    const cancelled: Shipment | undefined = cancellation.outcome === 'cancelled' ? cancellation.change.shipment : undefined;
    const settled = decideSettlement(bookings(shipment), cancelled, at);
    expect(settled?.events).toEqual([]);
    expect(owingParcels(settled?.shipment).map(({ owed }) => owed)).toEqual(['cancellation', 'cancellation']);
    const done = shipment.parcels.map(({ parcelId }): Settled => ({ parcelId, task: 'cancellation' }));
    expect(owingParcels(decideSettlement(done, settled?.shipment, at)?.shipment)).toEqual([]);
  });
});

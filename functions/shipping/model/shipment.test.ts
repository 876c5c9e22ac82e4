import { describe, expect, it } from 'vitest';
import { decideCancellation, decideCancellationRequest, type Shipment } from './shipment.ts';

const at = '2026-11-22T10:00:00.000Z';
const command = { orderId: 'order-1', shipmentId: 'shipment-1', reason: 'changed my mind', at };
const tombstone: Shipment = { shipmentId: 'shipment-1', orderId: 'order-1', version: 1, status: 'cancelled' };

describe('decideCancellationRequest', () => {
  it('agrees when nothing has left, and leaves a tombstone', () => {
    expect(decideCancellationRequest(command, undefined)).toEqual({
      outcome: 'cancelled',
      shipment: tombstone,
      events: [
        {
          type: 'shipping.cancelled',
          aggregateId: 'shipment-1',
          aggregateVersion: 1,
          occurredOn: at,
          data: { orderId: 'order-1', shipmentId: 'shipment-1', reason: 'changed my mind' },
        },
      ],
    });
  });

  it('publishes it once', () => {
    expect(decideCancellationRequest({ ...command, shipmentId: 'shipment-2' }, tombstone)).toEqual({
      outcome: 'cancelled-before',
    });
  });

  it('refuses when the parcel has left', () => {
    expect(decideCancellationRequest(command, { ...tombstone, status: 'in_transit' })).toEqual({ outcome: 'in-transit' });
  });
});

describe('decideCancellation', () => {
  it('leaves a tombstone without an event: the order is cancelled already', () => {
    expect(decideCancellation(command, undefined)).toEqual({ outcome: 'cancelled', shipment: tombstone, events: [] });
  });

  it('changes nothing when the shipment is cancelled or has left', () => {
    expect(decideCancellation(command, tombstone)).toEqual({ outcome: 'cancelled-before' });
    expect(decideCancellation(command, { ...tombstone, status: 'in_transit' })).toEqual({ outcome: 'in-transit' });
  });
});

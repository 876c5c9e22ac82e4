import { describe, expect, it } from 'vitest';
import { bookedShipment, openedShipment } from '../../../tests/kit/shipping-world.ts';
import { decideCancellation, decideCancellationRequest } from './cancellation.ts';
import { decideMovement } from './movement.ts';
import type { OpenedShipment, Shipment } from './shipment.ts';

const at = '2026-11-22T10:00:00.000Z';
const command = { orderId: 'order-1', shipmentId: 'shipment-1', reason: 'changed my mind', at };
const request = { ...command, asked: 1 };
const tombstone: Shipment = {
  kind: 'tombstone',
  shipmentId: 'shipment-1',
  orderId: 'order-1',
  status: 'cancelled',
  cancelReason: 'changed my mind',
  version: 1,
};

function afterReports(shipment: OpenedShipment, status: 'in_transit' | 'delivered'): Shipment {
  return shipment.parcels.reduce<Shipment>((now, { parcelId }) => {
    const moving = decideMovement({ parcelId, status, occurredAt: at, at }, now);
    return moving.outcome === 'moved' ? moving.change.shipment : now;
  }, shipment);
}

describe('decideCancellationRequest', () => {
  it('agrees when there is nothing yet, and leaves a tombstone', () => {
    expect(decideCancellationRequest(request, undefined)).toEqual({
      outcome: 'cancelled',
      change: {
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
      },
    });
  });

  it.each([openedShipment(), bookedShipment()])('cancels every parcel before departure, at the carrier too', (shipment) => {
    const { orderId, shipmentId } = shipment;
    const cancellation = decideCancellationRequest({ ...request, orderId }, shipment);
    expect(cancellation).toMatchObject({
      outcome: 'cancelled',
      change: {
        shipment: { status: 'cancelled', version: 2, cancelReason: 'changed my mind', shipmentId },
        events: [{ type: 'shipping.cancelled', aggregateVersion: 2, data: { orderId, shipmentId } }],
      },
    });
    const owed = { status: 'cancelled', owed: 'cancellation' };
    expect(cancellation).toMatchObject({ change: { shipment: { parcels: [owed, owed] } } });
  });

  it('owes no carrier anything for parcels that are collected', () => {
    const cancellation = decideCancellationRequest(request, openedShipment('collection'));
    expect(JSON.stringify(cancellation)).not.toContain('owed');
  });

  it('answers once, unless the order says that it asks again', () => {
    const again = { ...request, shipmentId: 'shipment-2' };
    expect(decideCancellationRequest(again, tombstone)).toEqual({ outcome: 'cancelled-before', answer: [] });
    expect(decideCancellationRequest({ ...again, asked: 2 }, tombstone)).toMatchObject({
      outcome: 'cancelled-before',
      answer: [{ type: 'shipping.cancelled', data: { shipmentId: 'shipment-1', reason: 'changed my mind' } }],
    });
  });

  it('refuses when a parcel has left, and says where it is when it is asked again', () => {
    const left = afterReports(bookedShipment(), 'in_transit');
    expect(decideCancellationRequest(request, left)).toEqual({ outcome: 'has-left', answer: [] });
    expect(decideCancellationRequest({ ...request, asked: 2 }, left)).toMatchObject({
      outcome: 'has-left',
      answer: [{ type: 'shipping.status.updated', data: { status: 'in_transit', shipmentStatus: 'in_transit' } }],
    });
    const arrived = decideCancellationRequest({ ...request, asked: 3 }, afterReports(bookedShipment(), 'delivered'));
    expect(arrived).toMatchObject({ answer: [{ type: 'shipping.status.updated' }, { type: 'shipping.delivered' }] });
  });
});

describe('decideCancellation', () => {
  it('leaves a tombstone without an event: the order is cancelled already', () => {
    expect(decideCancellation(command, undefined)).toEqual({ outcome: 'cancelled', change: { shipment: tombstone, events: [] } });
  });

  it('changes nothing when the shipment is cancelled or has left', () => {
    expect(decideCancellation(command, tombstone)).toEqual({ outcome: 'cancelled-before', answer: [] });
    const left = afterReports(bookedShipment(), 'in_transit');
    expect(decideCancellation(command, left)).toEqual({ outcome: 'has-left', answer: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { answerCancellationRequest, cancelShipment, type Shipment } from './shipment.ts';

const at = '2026-11-22T10:00:00.000Z';
const command = { orderId: 'order-1', shipmentId: 'shipment-1', reason: 'changed my mind', at };
const tombstone: Shipment = { shipmentId: 'shipment-1', orderId: 'order-1', version: 1, status: 'cancelled' };

describe('answerCancellationRequest', () => {
  it('says yes when nothing was sent, and leaves a tombstone', () => {
    expect(answerCancellationRequest(command, undefined)).toEqual({
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

  it('says it once', () => {
    expect(answerCancellationRequest({ ...command, shipmentId: 'shipment-2' }, tombstone)).toEqual({
      outcome: 'cancelled-before',
    });
  });

  it('does not call a parcel back', () => {
    expect(answerCancellationRequest(command, { ...tombstone, status: 'in_transit' })).toEqual({ outcome: 'in-transit' });
  });
});

describe('cancelShipment', () => {
  it('leaves a tombstone silently: the order is cancelled already', () => {
    expect(cancelShipment(command, undefined)).toEqual({ outcome: 'cancelled', shipment: tombstone, events: [] });
  });

  it('changes nothing where a shipment is cancelled or gone', () => {
    expect(cancelShipment(command, tombstone)).toEqual({ outcome: 'cancelled-before' });
    expect(cancelShipment(command, { ...tombstone, status: 'in_transit' })).toEqual({ outcome: 'in-transit' });
  });
});

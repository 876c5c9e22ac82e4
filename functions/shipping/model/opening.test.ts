import { describe, expect, it } from 'vitest';
import { confirmed, mill, openedShipment, orchard, shipTo } from '../../../tests/kit/shipping-world.ts';
import { decideOpening } from './opening.ts';

const at = '2026-11-22T10:00:00.000Z';
const command = { ...confirmed(), method: 'delivery' as const, at, newId: () => crypto.randomUUID() };

describe('decideOpening', () => {
  it('makes one parcel for each shop, and has the carrier book them before anybody hears of it', () => {
    const change = decideOpening(command, undefined);
    expect(change).toMatchObject({
      shipment: {
        status: 'created',
        method: 'delivery',
        shipTo,
        parcels: [
          { localId: mill, status: 'created', owed: 'booking' },
          { localId: orchard, status: 'created', owed: 'booking' },
        ],
      },
      events: [],
    });
  });

  it('announces an order that is collected at once, and names no carrier', () => {
    const { shipTo: _, ...collected } = command;
    const change = decideOpening({ ...collected, method: 'collection' }, undefined);
    expect(change?.events).toMatchObject([{ type: 'shipping.created', data: { method: 'collection' } }]);
    expect(JSON.stringify(change?.events)).not.toMatch(/carrier|tracking|estimated/i);
    expect(JSON.stringify(change?.shipment)).not.toContain('owed');
  });

  it('opens one shipment for an order, and none after a tombstone', () => {
    expect(decideOpening(command, openedShipment())).toBeUndefined();
    const { orderId } = command;
    const tombstone = { kind: 'tombstone', shipmentId: 's', orderId, status: 'cancelled', version: 1 } as const;
    expect(decideOpening(command, tombstone)).toBeUndefined();
  });
});

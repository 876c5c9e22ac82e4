import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookedShipment, mill, openedShipment, orchard } from '../../../tests/kit/shipping-world.ts';
import { decideHandover, decideMovement, type Movement } from './movement.ts';
import type { OpenedShipment, Parcel, ShipmentEvent } from './shipment.ts';

const at = '2026-11-22T12:00:00.000Z';
const parcelOf = (shipment: OpenedShipment, localId: string): Parcel => {
  const parcel = shipment.parcels.find((one) => one.localId === localId);
  if (parcel === undefined) throw new Error(`no parcel of ${localId}`);
  return parcel;
};
const reports = ['in_transit', 'out_for_delivery', 'delivered'] as const;

/** Reports one after the other; the shipment and every event. */
function report(shipment: OpenedShipment, movements: readonly Pick<Movement, 'parcelId' | 'status'>[]) {
  let now = shipment;
  const events: ShipmentEvent[] = [];
  for (const movement of movements) {
    const moving = decideMovement({ ...movement, occurredAt: at, at }, now);
    if (moving.outcome !== 'moved' || moving.change.shipment.kind !== 'opened') continue;
    expect(moving.change.shipment.version).toBe(now.version + 1);
    now = moving.change.shipment;
    events.push(...moving.change.events);
  }
  return { shipment: now, events };
}

describe('decideMovement', () => {
  it('brings two parcels to their door in every order of reports, each of them twice, and publishes each step once', () => {
    const shipment = bookedShipment();
    const all = shipment.parcels.flatMap(({ parcelId }) => reports.map((status) => ({ parcelId, status })));
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }), (movements) => {
        const { shipment: ended, events } = report(shipment, movements);
        expect(ended).toMatchObject({ status: 'delivered', parcels: [{ status: 'delivered' }, { status: 'delivered' }] });
        expect(ended.parcels.map(({ booking }) => booking?.trackingNumber)).toEqual(['TC-0001', 'TC-0002']);
        expect(events.filter(({ type }) => type === 'shipping.delivered')).toHaveLength(1);
        expect(events.at(-1)?.type).toBe('shipping.delivered');
        const steps = events.map(({ type, data }) => `${type} ${JSON.stringify(data)}`);
        expect(new Set(steps).size).toBe(steps.length);
      }),
    );
  });

  it('is in transit with its first parcel, and delivered with its last', () => {
    const shipment = bookedShipment();
    const [first, second] = [parcelOf(shipment, mill), parcelOf(shipment, orchard)];
    const one = report(shipment, [{ parcelId: first.parcelId, status: 'delivered' }]);
    expect(one.shipment).toMatchObject({ status: 'in_transit' });
    expect(one.events).toMatchObject([
      {
        type: 'shipping.status.updated',
        data: { status: 'delivered', shipmentStatus: 'in_transit', trackingNumber: 'TC-0001', localId: mill },
      },
    ]);
    expect(report(one.shipment, [{ parcelId: second.parcelId, status: 'delivered' }]).events).toMatchObject([
      { type: 'shipping.status.updated', data: { shipmentStatus: 'delivered' } },
      { type: 'shipping.delivered', data: { deliveredAt: at, method: 'delivery' } },
    ]);
  });

  it.each([
    ['lost', 'shipping.lost'],
    ['returned', 'shipping.returned'],
  ] as const)('ends %s when a parcel does, whatever becomes of the other, and is never delivered', (status, type) => {
    const shipment = bookedShipment();
    const [first, second] = [parcelOf(shipment, mill), parcelOf(shipment, orchard)];
    const ends = [
      { parcelId: first.parcelId, status },
      { parcelId: second.parcelId, status: 'delivered' as const },
    ];
    const { shipment: ended, events } = report(shipment, ends);
    expect(ended.status).toBe(status);
    expect(events.map((event) => event.type)).toEqual(['shipping.status.updated', type, 'shipping.status.updated']);
  });

  it('keeps the first end of a parcel, and says that another one contradicts it', () => {
    const shipment = bookedShipment();
    const { parcelId } = parcelOf(shipment, mill);
    const { shipment: ended } = report(shipment, [{ parcelId, status: 'lost' }]);
    const later = { parcelId, status: 'delivered' as const, occurredAt: at, at };
    expect(decideMovement(later, ended)).toEqual({ outcome: 'contradicts', known: 'lost' });
    expect(decideMovement({ ...later, status: 'lost' }, ended)).toEqual({ outcome: 'nothing-new' });
  });

  it('knows no parcel of another shipment, and none of a tombstone', () => {
    const movement = { parcelId: 'another', status: 'delivered' as const, occurredAt: at, at };
    expect(decideMovement(movement, bookedShipment())).toEqual({ outcome: 'unknown-parcel' });
    expect(decideMovement(movement, undefined)).toEqual({ outcome: 'unknown-parcel' });
  });

  it('keeps owing a booking whose answer has not come', () => {
    const shipment = openedShipment();
    const { parcelId } = parcelOf(shipment, mill);
    const { shipment: moved } = report(shipment, [{ parcelId, status: 'in_transit' }]);
    expect(parcelOf(moved, mill)).toMatchObject({ status: 'in_transit', owed: 'booking' });
  });

  it('drops the address of an erased customer with the last parcel', () => {
    const shipment: OpenedShipment = { ...bookedShipment(), isErased: true, note: 'Ring twice' };
    const all = shipment.parcels.map(({ parcelId }) => ({ parcelId, status: 'delivered' as const }));
    expect(report(shipment, all.slice(0, 1)).shipment).toMatchObject({ shipTo: shipment.shipTo, note: 'Ring twice' });
    const { shipment: ended } = report(shipment, all);
    expect([ended.shipTo, ended.note]).toEqual([undefined, undefined]);
  });
});

describe('decideHandover', () => {
  it('gives a parcel to the carrier, which is told of it', () => {
    const shipment = bookedShipment();
    const handover = decideHandover(shipment, parcelOf(shipment, mill), at);
    if (handover.outcome !== 'moved') throw new Error(handover.outcome);
    expect(parcelOf(handover.change.shipment, mill)).toMatchObject({ status: 'in_transit', owed: 'handover', movedAt: at });
    expect(handover.change.shipment.status).toBe('in_transit');
    const again = handover.change.shipment;
    expect(decideHandover(again, parcelOf(again, mill), at)).toEqual({ outcome: 'done', shipment: again });
  });

  it('has no label to give while the carrier has not accepted the parcel', () => {
    const shipment = openedShipment();
    expect(decideHandover(shipment, parcelOf(shipment, mill), at)).toEqual({ outcome: 'not-booked' });
  });

  it('gives a parcel to the customer who collects it: that is its end, and no carrier hears of it', () => {
    const shipment = openedShipment('collection');
    const handover = decideHandover(shipment, parcelOf(shipment, mill), at);
    if (handover.outcome !== 'moved') throw new Error(handover.outcome);
    const { shipment: next, events } = handover.change;
    expect(parcelOf(next, mill)).toEqual({ ...parcelOf(shipment, mill), status: 'delivered', movedAt: at });
    expect(next.status).toBe('in_transit');
    expect(events).toMatchObject([{ type: 'shipping.status.updated', data: { method: 'collection', status: 'delivered' } }]);
    expect(JSON.stringify(events)).not.toMatch(/carrier|tracking/i);
  });
});

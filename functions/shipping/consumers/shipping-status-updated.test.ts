import { describe, expect, it } from 'vitest';
import { anEvent, at, deliver, organizationId, trace } from '../../../tests/kit/invoke.ts';
import { bookedShipment, openedShipment, orderId, shippingWorld } from '../../../tests/kit/shipping-world.ts';
import { handler } from '../consumer.ts';
import { decideHandover } from '../model/movement.ts';
import type { OpenedShipment } from '../model/shipment.ts';
import { shipmentEffects, shipments } from '../store/shipment-table.ts';

const { table, carrier, opened, put, duties } = shippingWorld();

/** A shop hands its parcel over; returns the event of that. */
async function handOver(shipment: OpenedShipment) {
  put(shipment);
  const [parcel] = shipment.parcels;
  const stored = await shipments.find(organizationId, orderId);
  if (parcel === undefined || stored?.kind !== 'opened') throw new Error('nothing to hand over');
  const handover = decideHandover(stored, parcel, at);
  if (handover.outcome !== 'moved') throw new Error(handover.outcome);
  table.put(...shipmentEffects({ organizationId, at, cause: trace }, handover.change, stored).writes);
  const [event] = handover.change.events;
  if (event?.type !== 'shipping.status.updated') throw new Error('it publishes its new status first');
  return anEvent('shipping.status.updated', stored.shipmentId, event.data);
}

describe('onShipmentStatusUpdated', () => {
  it('tells the carrier of a parcel that was handed over, once', async () => {
    const event = await handOver(bookedShipment());
    expect(duties()).toHaveLength(1);
    await deliver(handler, 'shipping.status.updated', event);
    await deliver(handler, 'shipping.status.updated', event);
    const [parcel] = (await opened()).parcels;
    expect(carrier.requests.map(({ path }) => path)).toEqual([`/parcels/${parcel?.parcelId}/handover`]);
    expect([parcel?.owed, duties()]).toEqual([undefined, []]);
  });

  it('keeps owing it while the carrier is out', async () => {
    const event = await handOver(bookedShipment());
    carrier.reply = () => ({ status: 500 });
    await deliver(handler, 'shipping.status.updated', event);
    expect([(await opened()).parcels[0]?.owed, duties().length]).toEqual(['handover', 1]);
  });

  it('tells no carrier of a parcel that was collected', async () => {
    await deliver(handler, 'shipping.status.updated', await handOver(openedShipment('collection')));
    expect(carrier.requests).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { anotherOrganizationId, at, organizationId, trace } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { bookedShipment, mill, openedShipment, orchard, orderId, shippingWorld } from '../../../tests/kit/shipping-world.ts';
import { handler } from '../rest.ts';
import { shipments } from '../store/shipment-table.ts';

const { table, opened, put, duties, types } = shippingWorld();
const staff = (localIds: string[], organization = organizationId) =>
  newCaller({ organizationId: organization, permissions: ['shipping:manage'], localIds });
const handOver = (shipmentId: string, parcelId: string | undefined, caller = staff([mill])) =>
  send(handler, 'POST /shipments/{shipmentId}/parcels/{parcelId}/handover', {
    params: { shipmentId, parcelId: String(parcelId) },
    caller,
    receivedAt: at,
    headers: { 'X-Correlation-Id': 'another-request' },
  });

describe('handOverParcel', () => {
  it('has the parcel depart, and shows the staff their own parcel only', async () => {
    const { shipmentId, parcels } = bookedAndStored();
    const caller = staff([mill]);
    const { status, headers, body } = await handOver(shipmentId, parcels[0]?.parcelId, caller);
    expect([status, headers.ETag]).toEqual([200, '"2"']);
    expect(body).toMatchObject({ status: 'in_transit', parcels: [{ localId: mill, status: 'in_transit' }] });
    expect(JSON.stringify(body)).not.toContain(orchard);
    expect(duties()).toHaveLength(1);
    expect(table.published()).toMatchObject([
      { type: 'shipping.status.updated', metadata: { correlationId: trace.correlationId, userId: caller.userId } },
    ]);
  });

  it('changes nothing the second time', async () => {
    const { shipmentId, parcels } = bookedAndStored();
    await handOver(shipmentId, parcels[0]?.parcelId);
    const before = table.items();
    expect(await handOver(shipmentId, parcels[0]?.parcelId)).toMatchObject({ status: 200, body: { status: 'in_transit' } });
    expect(table.items()).toEqual(before);
  });

  it('marks a parcel that the customer collects; with the last one the order is delivered', async () => {
    const shipment = openedShipment('collection');
    put(shipment);
    const [first, second] = shipment.parcels;
    expect(await handOver(shipment.shipmentId, first?.parcelId)).toMatchObject({ body: { status: 'in_transit' } });
    const last = await handOver(shipment.shipmentId, second?.parcelId, staff([orchard]));
    expect(last).toMatchObject({ body: { status: 'delivered', method: 'collection' } });
    expect(types()).toEqual(['shipping.status.updated', 'shipping.status.updated', 'shipping.delivered']);
    expect(duties()).toEqual([]);
  });

  it('is 403 for the staff of another shop, and 404 in another organization and for another parcel', async () => {
    const { shipmentId, parcels } = bookedAndStored();
    const before = table.items();
    const parcelId = parcels[0]?.parcelId;
    expect(await handOver(shipmentId, parcelId, staff([orchard]))).toMatchObject({ status: 403 });
    expect(await handOver(shipmentId, parcelId, staff([mill], anotherOrganizationId))).toMatchObject({ status: 404 });
    expect(await handOver(shipmentId, orderId)).toMatchObject({ status: 404 });
    expect(await handOver(orderId, parcelId)).toMatchObject({ status: 404 });
    const buyer = newCaller({ organizationId, permissions: ['order:place'], localIds: [mill] });
    expect(await handOver(shipmentId, parcelId, buyer)).toMatchObject({ status: 403 });
    expect(table.items()).toEqual(before);
  });

  it('is 409 when the customer cancelled first, also at that very moment', async () => {
    const shipment = bookedAndStored();
    const [parcel] = shipment.parcels;
    const parcels = shipment.parcels.map((one) => ({ ...one, status: 'cancelled' as const }));
    const cancelled = shipments.put(organizationId, { ...shipment, ...trace, status: 'cancelled', parcels, version: 2 });
    table.beforeNextTransaction(() => table.put(cancelled));
    const refused = { status: 409, body: { type: 'https://lonja.dev/problems/shipment-cancelled' } };
    expect(await handOver(shipment.shipmentId, parcel?.parcelId)).toMatchObject(refused);
    expect(await handOver(shipment.shipmentId, parcel?.parcelId)).toMatchObject(refused);
    expect((await opened()).status).toBe('cancelled');
    expect(types()).toEqual([]);
  });

  it('is 409 while the carrier has not accepted the parcel', async () => {
    const shipment = openedShipment();
    put(shipment);
    const [parcel] = shipment.parcels;
    expect(await handOver(shipment.shipmentId, parcel?.parcelId)).toMatchObject({
      status: 409,
      body: { type: 'https://lonja.dev/problems/parcel-not-booked' },
    });
  });
});

function bookedAndStored() {
  const shipment = bookedShipment();
  put(shipment);
  return { ...shipment, version: 1 };
}

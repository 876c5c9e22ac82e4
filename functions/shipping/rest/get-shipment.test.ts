import { describe, expect, it } from 'vitest';
import { anotherOrganizationId, at, organizationId, trace } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import {
  bookedShipment,
  customerId,
  mill,
  openedShipment,
  orchard,
  shippingWorld,
  shipTo,
} from '../../../tests/kit/shipping-world.ts';
import type { Caller } from '../../shared/caller.ts';
import { handler } from '../rest.ts';
import { shipments } from '../store/shipment-table.ts';

const { table, put } = shippingWorld();
const shipment = bookedShipment();
const customer = newCaller({ userId: customerId, organizationId, permissions: [] });
const staff = (...localIds: string[]) => newCaller({ organizationId, permissions: ['shipping:manage'], localIds });
const get = (caller: Caller, shipmentId = shipment.shipmentId) =>
  send(handler, 'GET /shipments/{shipmentId}', { params: { shipmentId }, caller });

describe('getShipment', () => {
  it('shows customers their own shipment with every tracking number, but no label', async () => {
    put(shipment);
    const { status, headers, body } = await get(customer);
    expect([status, headers.ETag]).toEqual([200, '"1"']);
    const { shipmentId, orderId } = shipment;
    expect(body).toEqual({
      ...{ shipmentId, orderId, status: 'created', method: 'delivery', createdAt: at, shipTo },
      parcels: shipment.parcels.map(({ parcelId, localId, booking }) => ({
        ...{ parcelId, localId, status: 'created', movedAt: at },
        carrier: booking?.carrier,
        trackingNumber: booking?.trackingNumber,
        estimatedDelivery: booking?.estimatedDelivery,
      })),
    });
  });

  it('shows staff the parcel of their shop with its label, and nothing of other shops', async () => {
    put(shipment);
    const { body } = await get(staff(mill));
    expect(body).toMatchObject({ parcels: [{ localId: mill, labelUrl: 'https://carrier.test/labels/1' }] });
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${orchard}|TC-0002`));
    expect((await get(newCaller({ organizationId }))).body).toMatchObject({ parcels: [{}, {}] });
  });

  it('is 404 for everybody else', async () => {
    put(shipment);
    const others = [
      staff(),
      staff('0193a000-0000-7000-8000-0000000000f3'),
      newCaller({ organizationId, permissions: ['order:read-any'], localIds: [mill] }),
      newCaller({ organizationId: anotherOrganizationId }),
    ];
    for (const caller of others) expect(await get(caller)).toMatchObject({ status: 404 });
    expect(await get(customer, customerId)).toMatchObject({ status: 404 });
  });

  it('is 404 for a tombstone, which has no parcels', async () => {
    const { shipmentId, orderId } = shipment;
    const tombstone = { kind: 'tombstone', shipmentId, orderId, status: 'cancelled', version: 1, ...trace } as const;
    table.put(shipments.put(organizationId, tombstone));
    expect(await get(newCaller({ organizationId }))).toMatchObject({ status: 404 });
  });

  it('speaks of no carrier and no address when the order is collected', async () => {
    const collected = openedShipment('collection');
    put(collected);
    const { body } = await get(customer, collected.shipmentId);
    expect(body).toMatchObject({ method: 'collection' });
    expect(JSON.stringify(body)).not.toMatch(/carrier|tracking|label|shipTo/i);
  });
});

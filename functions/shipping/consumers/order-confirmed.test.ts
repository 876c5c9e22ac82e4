import { describe, expect, it } from 'vitest';
import { anEvent, at, deliver, organizationId, trace } from '../../../tests/kit/invoke.ts';
import { confirmed, customerId, mill, orchard, orderId, shippingWorld, shipTo } from '../../../tests/kit/shipping-world.ts';
import { handler } from '../consumer.ts';
import { putErased } from '../store/customer-shipment-table.ts';
import { findShipmentById, shipments } from '../store/shipment-table.ts';
import { listShopParcels } from '../store/shop-parcel-table.ts';

const { table, carrier, opened, stored, duties, types } = shippingWorld();
const event = anEvent('order.confirmed', orderId, { ...confirmed(), note: 'Ring twice' });
const deliverConfirmed = () => deliver(handler, 'order.confirmed', event);

describe('onOrderConfirmed', () => {
  it('opens a shipment, has its parcels booked, and announces it', async () => {
    await deliverConfirmed();
    const shipment = await opened();
    expect(shipment).toMatchObject({ status: 'created', method: 'delivery', shipTo, note: 'Ring twice', isAnnounced: true });
    expect(shipment.parcels).toMatchObject([
      { localId: mill, booking: { trackingNumber: 'TC-0001', carrier: 'Test Carrier' } },
      { localId: orchard, booking: { trackingNumber: 'TC-0002' } },
    ]);
    expect(shipment.parcels[0]?.booking?.labelUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\d+\/labels\/1$/);
    expect(types()).toEqual(['shipping.created']);
    expect(duties()).toEqual([]);
    expect(await findShipmentById(organizationId, shipment.shipmentId)).toMatchObject({ orderId });
    const created = { organizationId, localId: mill, status: 'created' as const };
    expect(await listShopParcels(created, { limit: 5 })).toEqual({ orderIds: [orderId] });
  });

  it('tells the carrier where each parcel goes, under its own id and the trace of the order', async () => {
    await deliverConfirmed();
    const { shipmentId, parcels } = await opened();
    const callbackUrl = `http://127.0.0.1/api/v1/shipments/${shipmentId}/status`;
    expect(carrier.requests.map(({ body }) => body)).toEqual(
      parcels.map(({ parcelId }) => ({ parcelId, shipTo, callbackUrl, reference: { organizationId, orderId, parcelId } })),
    );
    expect(carrier.requests[0]?.headers['x-correlation-id']).toBe(trace.correlationId);
  });

  it('opens one shipment, however often the event is delivered and under whatever id', async () => {
    await deliverConfirmed();
    await deliverConfirmed();
    await deliver(handler, 'order.confirmed', anEvent('order.confirmed', orderId, confirmed()));
    expect(carrier.requests).toHaveLength(2);
    expect(types()).toEqual(['shipping.created']);
  });

  it('keeps what it owes while the carrier is out, and announces nothing', async () => {
    carrier.reply = () => ({ status: 503 });
    await deliverConfirmed();
    expect((await opened()).parcels).toMatchObject([{ owed: 'booking' }, { owed: 'booking' }]);
    expect([duties().length, types(), carrier.requests.length]).toEqual([1, [], 1]);
    expect(table.markers()).toHaveLength(1);
  });

  it('goes past a parcel that the carrier refuses', async () => {
    carrier.reply = ({ body }) =>
      carrier.requests.length === 1
        ? { status: 422, body: { error: 'undeliverable' } }
        : { status: 201, body: { carrier: 'C', trackingNumber: 'TC-9', labelUrl: 'l', estimatedDelivery: at, ...body } };
    await deliverConfirmed();
    expect((await opened()).parcels).toMatchObject([{ owed: 'booking' }, { booking: { trackingNumber: 'TC-9' } }]);
    expect(duties()).toHaveLength(1);
  });

  it('tells no carrier of an order that is collected', async () => {
    await deliver(handler, 'order.confirmed', anEvent('order.confirmed', orderId, confirmed('collection')));
    expect((await opened()).method).toBe('collection');
    expect([types(), duties(), carrier.requests]).toEqual([['shipping.created'], [], []]);
  });

  it('opens nothing after a tombstone', async () => {
    const tombstone = { kind: 'tombstone', shipmentId: 's-1', orderId, status: 'cancelled', version: 1, ...trace } as const;
    table.put(shipments.put(organizationId, tombstone));
    await deliverConfirmed();
    expect(await stored()).toEqual(tombstone);
    expect([types(), carrier.requests]).toEqual([[], []]);
  });

  it('keeps the address of a customer who was erased meanwhile no longer than the parcels need it', async () => {
    table.beforeNextTransaction(() => table.put(putErased(organizationId, customerId, at)));
    await deliverConfirmed();
    expect(await opened()).toMatchObject({ isErased: true, shipTo });
  });

  it('has no parcel leave without an address when the person was erased before the event was read', async () => {
    const { shipTo: _, ...gone } = confirmed();
    await deliver(handler, 'order.confirmed', anEvent('order.confirmed', orderId, gone));
    expect((await opened()).parcels).toMatchObject([{ owed: 'booking' }, { owed: 'booking' }]);
    expect(carrier.requests).toEqual([]);
  });
});

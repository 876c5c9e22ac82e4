import type { EventDataByType } from '../../generated/events/types.ts';
import type { ParcelStatus, ShipmentStatus } from '../../generated/shared.ts';
import { anEvent, at } from './invoke.ts';
import { customerId, orderId } from './stored-order.ts';

export const shipmentId = '0193a000-0000-7000-8000-0000000000dd';
const parcelId = '0193a000-0000-7000-8000-0000000000de';
const localId = '0193a000-0000-7000-8000-0000000000ff';
const tracking = { trackingNumber: 'TC-0001', carrier: 'Test Carrier' };
const names = { shipmentId, orderId, customerId };

/** What shipping publishes about the order of these tests, which has one parcel. */
export const created = (method: 'delivery' | 'collection') => {
  const facts = method === 'delivery' ? tracking : {};
  const parcel = { parcelId, localId, status: 'created' as const, ...facts };
  return anEvent('shipping.created', shipmentId, { ...names, method, ...facts, parcels: [parcel] });
};

export function moved(status: ParcelStatus, method: 'delivery' | 'collection' = 'delivery') {
  const facts = method === 'delivery' ? { ...tracking, location: 'Granada' } : {};
  const shipmentStatus: ShipmentStatus = status === 'out_for_delivery' ? 'in_transit' : status;
  const data: EventDataByType['shipping.status.updated'] = {
    ...{ ...names, method, parcelId, localId, status, shipmentStatus, occurredAt: at, ...facts },
    parcels: [{ parcelId, localId, status }],
  };
  return anEvent('shipping.status.updated', shipmentId, data);
}

export const delivered = (method: 'delivery' | 'collection' = 'delivery') =>
  anEvent('shipping.delivered', shipmentId, { ...names, method, deliveredAt: '2026-11-22T11:00:00.000Z' });

export const ended = { ...names, parcelId, localId, ...tracking, occurredAt: at };

import type { Cause } from '../../shared/cause.ts';
import { record, text } from '../../shared/store/codec.ts';
import { type Key, readItem } from '../../shared/store/dynamo.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import { type Effects, putNew, type Write } from '../../shared/store/write.ts';
import type { Trace } from '../../shared/trace.ts';
import { owingParcels } from '../model/settlement.ts';
import type { Parcel, Shipment, ShipmentChange } from '../model/shipment.ts';
import { deleteDuty, putDuty } from './carrier-duty-table.ts';
import { putCustomerShipment } from './customer-shipment-table.ts';
import { type StoredShipment, shipmentCodec } from './shipment-codec.ts';
import { putShopParcel } from './shop-parcel-table.ts';

/** Shipments under their tenant, found by the order: there is one for each. */
export const shipments = versionedItems<StoredShipment>({
  key: (organizationId, orderId) => ({ pk: `ORG#${organizationId}#ORDER#${orderId}`, sk: 'SHIPMENT' }),
  idOf: ({ orderId }) => orderId,
  codec: shipmentCodec,
});

const pointerKey = (organizationId: string, shipmentId: string): Key => ({
  pk: `ORG#${organizationId}#SHIPMENT_ID#${shipmentId}`,
  sk: 'SHIPMENT_ID',
});
const pointerCodec = record<{ orderId: string }>({ orderId: text });

export async function findShipmentById(organizationId: string, shipmentId: string): Promise<StoredShipment | undefined> {
  const key = pointerKey(organizationId, shipmentId);
  const pointer = await readItem(key);
  return pointer && shipments.find(organizationId, pointerCodec(pointer, key.pk).orderId);
}

/** Where and when a shipment is changed. `cause` is the trace of a shipment that is stored for the first time. */
export type ChangeContext = { organizationId: string; at: string; cause: Pick<Cause, 'correlationId' | 'traceparent'> };

/**
 * What a change of a shipment stores: the shipment, its events, the rows of the parcels that changed, and the mark of what the carrier
 * has not been told yet. The commit fails if another writer has changed the shipment since `stored` was read.
 */
export function shipmentEffects(
  { organizationId, at, cause }: ChangeContext,
  { shipment, events }: ShipmentChange,
  stored: StoredShipment | undefined,
) {
  const { correlationId, traceparent }: Trace = stored ?? cause;
  const trace = { correlationId, traceparent };
  return {
    writes: [
      shipments.put(organizationId, { ...shipment, ...trace }),
      ...(stored === undefined ? firstWrites(organizationId, shipment) : []),
      ...parcelRows(organizationId, shipment, stored),
      ...dutyWrites({ organizationId, at, ...trace }, shipment, stored),
    ],
    publish: events,
  } satisfies Effects;
}

function firstWrites(organizationId: string, shipment: Shipment): Write[] {
  if (shipment.kind === 'tombstone') return [];
  const pointer = putNew({ ...pointerKey(organizationId, shipment.shipmentId), orderId: shipment.orderId });
  return [pointer, putCustomerShipment(organizationId, shipment)];
}

function parcelRows(organizationId: string, shipment: Shipment, stored: Shipment | undefined): Write[] {
  if (shipment.kind === 'tombstone') return [];
  const before = stored?.kind === 'opened' ? stored.parcels : [];
  const hasMoved = (parcel: Parcel) => before.find(({ parcelId }) => parcelId === parcel.parcelId)?.status !== parcel.status;
  return shipment.parcels.filter(hasMoved).map((parcel) => putShopParcel(organizationId, shipment, parcel));
}

function dutyWrites(
  { organizationId, at, ...trace }: { organizationId: string; at: string } & Trace,
  shipment: Shipment,
  stored: Shipment | undefined,
): Write[] {
  const duties = (one: Shipment | undefined) => owingParcels(one).map(({ parcelId, owed }) => `${parcelId} ${owed}`);
  const [before, after] = [duties(stored), duties(shipment)];
  const { orderId } = shipment;
  if (after.some((duty) => !before.includes(duty))) return [putDuty({ organizationId, orderId, since: at, ...trace })];
  return before.length > 0 && after.length === 0 ? [deleteDuty(orderId)] : [];
}

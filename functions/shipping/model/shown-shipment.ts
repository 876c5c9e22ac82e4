import type { Shipment as ShownShipment } from '../../../generated/rest/types.ts';
import { type Caller, mayActFor } from '../../shared/caller.ts';
import type { OpenedShipment, Parcel, Shipment } from './shipment.ts';

/**
 * What the API shows of a shipment to a caller: customers see their own, staff the parcels of their shops with their labels. Undefined
 * for everybody else, and for a tombstone, which was never a shipment.
 */
export function shownShipment(shipment: Shipment | undefined, caller: Caller): ShownShipment | undefined {
  if (shipment?.kind !== 'opened') return undefined;
  const own = shipment.parcels.filter(({ localId }) => isStaffOf(caller, localId));
  if (shipment.customerId === caller.userId) return shown(shipment, shipment.parcels, own);
  return own.length > 0 ? shown(shipment, own, own) : undefined;
}

/** As the staff of one shop see it in the list of that shop. */
export const shownParcelOf = (shipment: OpenedShipment, localId: string): ShownShipment => {
  const own = shipment.parcels.filter((parcel) => parcel.localId === localId);
  return shown(shipment, own, own);
};

export const isStaffOf = (caller: Caller, localId: string): boolean =>
  caller.permissions.has('shipping:manage') && mayActFor(caller, localId);

function shown(shipment: OpenedShipment, parcels: readonly Parcel[], withLabel: readonly Parcel[]): ShownShipment {
  const { shipmentId, orderId, status, method, createdAt, shipTo, note } = shipment;
  return {
    ...{ shipmentId, orderId, status, method, createdAt },
    ...(shipTo && { shipTo }),
    ...(note !== undefined && { note }),
    parcels: parcels.map((parcel) => shownParcel(parcel, withLabel.includes(parcel))),
  };
}

function shownParcel({ booking, owed: _owed, ...parcel }: Parcel, withLabel: boolean): ShownShipment['parcels'][number] {
  if (booking === undefined) return parcel;
  const { labelUrl, ...facts } = booking;
  return { ...parcel, ...facts, ...(withLabel && { labelUrl }) };
}

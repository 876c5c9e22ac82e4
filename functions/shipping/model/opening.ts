import type { Address, OrderLine, ShippingMethod } from '../../../generated/shared.ts';
import {
  carrierFacts,
  eventOf,
  eventParcels,
  namesOf,
  type OpenedShipment,
  type Parcel,
  type Shipment,
  type ShipmentChange,
} from './shipment.ts';

export type OpenShipment = {
  orderId: string;
  customerId: string;
  lines: readonly OrderLine[];
  method: ShippingMethod;
  /** Where a carrier delivers it. A delivery lacks it when the customer was erased meanwhile: then no carrier accepts its parcels. */
  shipTo?: Address;
  note?: string;
  at: string;
  newId: () => string;
};

/**
 * Opens the shipment of a confirmed order, with one parcel for each shop. Undefined when there is one, also a tombstone. Parcels for the
 * carrier are stored first and booked afterwards; shipping.created follows when it has accepted all of them.
 */
export function decideOpening(command: OpenShipment, stored: Shipment | undefined): ShipmentChange | undefined {
  if (stored !== undefined) return undefined;
  const { orderId, customerId, lines, method, shipTo, note, at, newId } = command;
  const shops = [...new Set(lines.map(({ localId }) => localId))];
  const shipment: OpenedShipment = {
    kind: 'opened',
    shipmentId: newId(),
    orderId,
    customerId,
    method,
    status: 'created',
    parcels: shops.map(
      (localId): Parcel => ({
        parcelId: newId(),
        localId,
        status: 'created',
        movedAt: at,
        ...(method === 'delivery' && { owed: 'booking' }),
      }),
    ),
    createdAt: at,
    isAnnounced: false,
    ...(shipTo && { shipTo }),
    ...(note !== undefined && { note }),
    version: 1,
  };
  return method === 'collection' ? announced(shipment, at) : { shipment, events: [] };
}

/** The shipment with its shipping.created. */
export function announced(shipment: OpenedShipment, at: string): ShipmentChange {
  const [first] = shipment.parcels;
  const created = eventOf(shipment, at, {
    type: 'shipping.created',
    data: {
      ...namesOf(shipment),
      method: shipment.method,
      ...(first && carrierFacts(first)),
      ...(first?.booking && { estimatedDelivery: first.booking.estimatedDelivery }),
      parcels: eventParcels(shipment),
    },
  });
  return { shipment: { ...shipment, isAnnounced: true }, events: [created] };
}

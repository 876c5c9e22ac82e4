import type { Address, OrderLine } from '../../../generated/shared.ts';
import { carrierFacts, eventOf, eventParcels, namesOf, type OpenedShipment, type Parcel, type Shipment, type ShipmentChange } from './shipment.ts';

export type OpenShipment = {
  orderId: string;
  customerId: string;
  lines: readonly OrderLine[];
  /** Where a carrier delivers it. Without it, the customer collects the parcels at the shops. */
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
  const { orderId, customerId, lines, shipTo, note, at, newId } = command;
  const method = shipTo === undefined ? 'collection' : 'delivery';
  const shops = [...new Set(lines.map(({ localId }) => localId))];
  const shipment: OpenedShipment = {
    kind: 'opened',
    shipmentId: newId(),
    orderId,
    customerId,
    method,
    status: 'created',
    parcels: shops.map((localId): Parcel => ({
      parcelId: newId(),
      localId,
      status: 'created',
      movedAt: at,
      ...(method === 'delivery' && { owed: 'booking' }),
    })),
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
  const created = eventOf(shipment, at, 'shipping.created', {
    ...namesOf(shipment),
    method: shipment.method,
    ...(first && carrierFacts(first)),
    ...(first?.booking && { estimatedDelivery: first.booking.estimatedDelivery }),
    parcels: eventParcels(shipment),
  });
  return { shipment: { ...shipment, isAnnounced: true }, events: [created] };
}

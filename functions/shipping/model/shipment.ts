import type { Address, ParcelStatus, ShipmentStatus, ShippingMethod } from '../../../generated/shared.ts';
import type { NewEvent } from '../../shared/domain-event.ts';

/** What the carrier has accepted: the parcel's number, its label and when it should arrive. */
export type Booking = { carrier: string; trackingNumber: string; labelUrl: string; estimatedDelivery: string };

export type Parcel = {
  parcelId: string;
  /** The shop it comes from. */
  localId: string;
  status: ParcelStatus;
  /** When it came to this status, ISO 8601 UTC. */
  movedAt: string;
  /** Where the carrier saw it last. */
  location?: string;
  booking?: Booking;
  /** What the carrier has not been told yet. It is stored before the carrier is called, and removed after its answer. */
  owed?: 'booking' | 'handover' | 'cancellation';
};

/** Where the parcels go. Both fields are personal data: they are deleted once the customer is erased and no parcel needs them. */
type Destination = { shipTo?: Address; note?: string };

/** The shipment of a confirmed order, with one parcel for each shop. */
export type OpenedShipment = Destination & {
  kind: 'opened';
  shipmentId: string;
  orderId: string;
  customerId: string;
  method: ShippingMethod;
  status: ShipmentStatus;
  parcels: readonly Parcel[];
  createdAt: string;
  /** Whether shipping.created was published: when the carrier has accepted every parcel, or at once if they are collected. */
  isAnnounced: boolean;
  /** The customer was erased while parcels were under way: the address goes when the last one has ended. */
  isErased?: true;
  cancelReason?: string;
  version: number;
};

/** A cancellation came before the order's confirmation, so no parcel is ever sent. */
export type Tombstone = {
  kind: 'tombstone';
  shipmentId: string;
  orderId: string;
  status: 'cancelled';
  cancelReason?: string;
  version: number;
};

export type Shipment = OpenedShipment | Tombstone;

export type ShipmentEvent = NewEvent<
  | 'shipping.created'
  | 'shipping.status.updated'
  | 'shipping.delivered'
  | 'shipping.returned'
  | 'shipping.lost'
  | 'shipping.cancelled'
>;

/** What is stored together. */
export type ShipmentChange = { shipment: Shipment; events: readonly ShipmentEvent[] };

/** How far a parcel has come. It never goes back, and the three ends are final. */
const progress: Readonly<Record<ParcelStatus, number>> = {
  created: 0,
  in_transit: 1,
  out_for_delivery: 2,
  delivered: 3,
  returned: 3,
  lost: 3,
  cancelled: 3,
};

export const isFurther = (next: ParcelStatus, now: ParcelStatus): boolean => progress[next] > progress[now];
export const hasEnded = ({ status }: Pick<Parcel, 'status'>): boolean => progress[status] === progress.delivered;

/**
 * The status of a shipment, which follows from its parcels: in transit as soon as the first one has left, delivered when the last one
 * has arrived. When all have ended and one of them was lost or returned, the shipment ends so too.
 */
export function statusOf(parcels: readonly Parcel[]): ShipmentStatus {
  const are = (status: ParcelStatus) => parcels.every((parcel) => parcel.status === status);
  const isOne = (status: ParcelStatus) => parcels.some((parcel) => parcel.status === status);
  if (are('cancelled')) return 'cancelled';
  if (are('created')) return 'created';
  if (!parcels.every(hasEnded)) return 'in_transit';
  if (isOne('lost')) return 'lost';
  return isOne('returned') ? 'returned' : 'delivered';
}

/** The next version of a shipment with these parcels. An erased customer's address is dropped when the last parcel has ended. */
export function withParcels(shipment: OpenedShipment, parcels: readonly Parcel[]): OpenedShipment {
  const next: OpenedShipment = { ...shipment, parcels, status: statusOf(parcels), version: shipment.version + 1 };
  return next.isErased && parcels.every(hasEnded) ? withoutDestination(next) : next;
}

/** Deletes what is personal as soon as no parcel needs it. Undefined when there is nothing to change. */
export function eraseCustomer(shipment: Shipment): OpenedShipment | undefined {
  if (shipment.kind === 'tombstone' || (shipment.shipTo === undefined && shipment.note === undefined)) return undefined;
  if (shipment.parcels.every(hasEnded)) return withoutDestination({ ...shipment, version: shipment.version + 1 });
  return shipment.isErased ? undefined : { ...shipment, isErased: true, version: shipment.version + 1 };
}

function withoutDestination({ shipTo: _shipTo, note: _note, ...shipment }: OpenedShipment): OpenedShipment {
  return shipment;
}

type TypeAndData = { [E in ShipmentEvent as E['type']]: Pick<E, 'type' | 'data'> }[ShipmentEvent['type']];

/** An event of a shipment. It carries the shipment's version, so that a projection can skip what is older. */
export const eventOf = ({ shipmentId, version }: Shipment, occurredOn: string, typeAndData: TypeAndData): ShipmentEvent => ({
  ...typeAndData,
  aggregateId: shipmentId,
  aggregateVersion: version,
  occurredOn,
});

/** What each event about an opened shipment names. */
export const namesOf = ({ shipmentId, orderId, customerId }: OpenedShipment) => ({ shipmentId, orderId, customerId });

/** The carrier's facts of a parcel as events carry them; none for a parcel that is collected. */
export const carrierFacts = ({ booking }: Pick<Parcel, 'booking'>) =>
  booking === undefined ? {} : { trackingNumber: booking.trackingNumber, carrier: booking.carrier };

/** The parcels as events carry them. */
export const eventParcels = ({ parcels }: OpenedShipment) =>
  parcels.map((parcel) => ({
    parcelId: parcel.parcelId,
    localId: parcel.localId,
    status: parcel.status,
    ...carrierFacts(parcel),
  }));

import type { ParcelStatus } from '../../../generated/shared.ts';
import {
  carrierFacts,
  eventOf,
  eventParcels,
  isFurther,
  namesOf,
  type OpenedShipment,
  type Parcel,
  type Shipment,
  type ShipmentChange,
  type ShipmentEvent,
  withParcels,
} from './shipment.ts';

/** What happened to a parcel. `at` is when we learned it, `occurredAt` when the carrier saw it. */
export type Movement = {
  parcelId: string;
  status: Exclude<ParcelStatus, 'cancelled'>;
  location?: string;
  occurredAt: string;
  at: string;
};

export type Moving =
  | { outcome: 'moved'; change: ShipmentChange }
  /** The parcel is there already, or further. */
  | { outcome: 'nothing-new' }
  /** The parcel has ended otherwise, or was cancelled. What we know is kept, and somebody has to look at it. */
  | { outcome: 'contradicts'; known: ParcelStatus }
  | { outcome: 'unknown-parcel' };

/** Takes a report of the carrier. A parcel never moves backwards, so a late or repeated report changes nothing. */
export function decideMovement(movement: Movement, stored: Shipment | undefined): Moving {
  if (stored === undefined || stored.kind === 'tombstone') return { outcome: 'unknown-parcel' };
  const parcel = stored.parcels.find(({ parcelId }) => parcelId === movement.parcelId);
  if (parcel === undefined) return { outcome: 'unknown-parcel' };
  if (isFurther(movement.status, parcel.status)) return { outcome: 'moved', change: moved(stored, parcel, movement) };
  const isEnd = isFurther(movement.status, 'out_for_delivery');
  const isCancelled = parcel.status === 'cancelled' && movement.status !== 'created';
  const contradicts = isCancelled || (isEnd && movement.status !== parcel.status);
  return contradicts ? { outcome: 'contradicts', known: parcel.status } : { outcome: 'nothing-new' };
}

export type Handover =
  | { outcome: 'moved'; change: ShipmentChange & { shipment: OpenedShipment } }
  /** It was handed over before. */
  | { outcome: 'done'; shipment: OpenedShipment }
  | { outcome: 'cancelled' }
  /** The carrier has not accepted it, so it has no label. */
  | { outcome: 'not-booked' };

/**
 * The shop hands a parcel over: to the carrier, so that it is in transit, or to the customer, so that it is delivered. The shipment's
 * version decides against a cancellation that comes at the same moment.
 */
export function decideHandover(shipment: OpenedShipment, parcel: Parcel, at: string): Handover {
  if (parcel.status === 'cancelled') return { outcome: 'cancelled' };
  if (parcel.status !== 'created') return { outcome: 'done', shipment };
  const { parcelId } = parcel;
  if (shipment.method === 'collection') {
    return { outcome: 'moved', change: moved(shipment, parcel, { parcelId, status: 'delivered', occurredAt: at, at }) };
  }
  if (parcel.booking === undefined) return { outcome: 'not-booked' };
  const change = moved(shipment, parcel, { parcelId, status: 'in_transit', occurredAt: at, at }, 'handover');
  return { outcome: 'moved', change };
}

/** A carrier that reports a parcel knows that it was handed over. A booking stays owed until its answer has come. */
function moved(
  shipment: OpenedShipment,
  before: Parcel,
  { status, location, occurredAt, at }: Movement,
  handedOver?: 'handover',
) {
  const { owed: owedBefore, location: _location, ...kept } = before;
  const owed = handedOver ?? (owedBefore === 'booking' ? owedBefore : undefined);
  const parcel: Parcel = {
    ...kept,
    status,
    movedAt: occurredAt,
    ...(location !== undefined && { location }),
    ...(owed && { owed }),
  };
  const parcels = shipment.parcels.map((one) => (one.parcelId === parcel.parcelId ? parcel : one));
  const next = withParcels(shipment, parcels);
  return { shipment: next, events: [...movementEvents(next, parcel, at), ...arrivalEvents(next, shipment, parcel, at)] };
}

/** The events that say where a parcel is; also what a shipment answers that is asked again. */
export function movementEvents(shipment: OpenedShipment, parcel: Parcel, at: string): ShipmentEvent[] {
  const { parcelId, localId, status, location, movedAt: occurredAt } = parcel;
  const about = { ...namesOf(shipment), parcelId, localId, ...carrierFacts(parcel), ...(location !== undefined && { location }) };
  const updated = eventOf(shipment, at, {
    type: 'shipping.status.updated',
    data: {
      ...about,
      method: shipment.method,
      status,
      shipmentStatus: shipment.status,
      parcels: eventParcels(shipment),
      occurredAt,
    },
  });
  if (status === 'returned')
    return [updated, eventOf(shipment, at, { type: 'shipping.returned', data: { ...about, occurredAt } })];
  if (status === 'lost') return [updated, eventOf(shipment, at, { type: 'shipping.lost', data: { ...about, occurredAt } })];
  return [updated];
}

const arrivalEvents = (next: OpenedShipment, before: OpenedShipment, { movedAt }: Parcel, at: string) =>
  next.status === 'delivered' && before.status !== 'delivered' ? [deliveredEvent(next, movedAt, at)] : [];

export const deliveredEvent = (shipment: OpenedShipment, deliveredAt: string, at: string): ShipmentEvent =>
  eventOf(shipment, at, { type: 'shipping.delivered', data: { ...namesOf(shipment), method: shipment.method, deliveredAt } });

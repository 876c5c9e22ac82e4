import { announced } from './opening.ts';
import type { Booking, OpenedShipment, Parcel, Shipment, ShipmentChange } from './shipment.ts';

/** What the carrier has done about a parcel. */
export type Settled =
  | { parcelId: string; task: 'booking'; booking: Booking }
  | { parcelId: string; task: 'handover' | 'cancellation' };

export const owingParcels = (shipment: Shipment | undefined): Parcel[] =>
  shipment?.kind === 'opened' ? shipment.parcels.filter(({ owed }) => owed !== undefined) : [];

/**
 * Records the carrier's answers. A parcel that was cancelled while it was booked keeps owing its cancellation. shipping.created is
 * published once every parcel is booked. Undefined when the answers change nothing.
 */
export function decideSettlement(
  answers: readonly Settled[],
  stored: Shipment | undefined,
  at: string,
): ShipmentChange | undefined {
  if (stored?.kind !== 'opened') return undefined;
  const parcels = stored.parcels.map((parcel) =>
    answers.filter(({ parcelId }) => parcelId === parcel.parcelId).reduce(settled, parcel),
  );
  if (parcels.every((parcel, index) => parcel === stored.parcels[index])) return undefined;
  const next: OpenedShipment = { ...stored, parcels, version: stored.version + 1 };
  const isComplete = !next.isAnnounced && next.status !== 'cancelled' && parcels.every(({ booking }) => booking !== undefined);
  return isComplete ? announced(next, at) : { shipment: next, events: [] };
}

function settled(parcel: Parcel, answer: Settled): Parcel {
  const { owed, ...rest } = parcel;
  if (answer.task !== 'booking') return owed === answer.task ? rest : parcel;
  if (parcel.booking !== undefined) return parcel;
  return owed === 'booking' || owed === undefined ? { ...rest, booking: answer.booking } : { ...parcel, booking: answer.booking };
}

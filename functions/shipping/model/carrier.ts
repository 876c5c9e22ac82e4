import type { Address } from '../../../generated/shared.ts';
import type { Trace } from '../../shared/trace.ts';
import type { Booking } from './shipment.ts';

export type ParcelToBook = {
  /** Names the parcel at the carrier, which books it once, however often it is asked. */
  parcelId: string;
  shipTo: Address;
  /** Comes back with each report. */
  reference: { organizationId: string; orderId: string; parcelId: string };
  callbackUrl: string;
};

/** There was no usable answer, so nothing is known of what the carrier did. The call may be repeated. */
export type CarrierOutage = { outcome: 'unavailable'; reason: string };
/** It would be refused again. */
export type CarrierRefusal = { outcome: 'refused'; reason: string };

export type BookingAnswer =
  | { outcome: 'booked'; booking: Booking }
  /** It was cancelled before: it is never booked. */
  | { outcome: 'cancelled' }
  | CarrierRefusal
  | CarrierOutage;
export type CarrierAnswer = { outcome: 'done' } | CarrierRefusal | CarrierOutage;

/** The carrier. A call is tried once: shipping's own job repeats it every minute until it is answered. */
export type Carrier = {
  book(parcel: ParcelToBook, trace: Trace): Promise<BookingAnswer>;
  /** Cancels a parcel that the carrier does not have yet, even one that was never booked. */
  cancel(parcelId: string, trace: Trace): Promise<CarrierAnswer>;
  /** Says that the shop has handed the parcel over. */
  handOver(parcelId: string, trace: Trace): Promise<CarrierAnswer>;
};

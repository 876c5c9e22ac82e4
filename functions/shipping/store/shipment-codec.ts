import { addressCodec } from '../../shared/address/address-codec.ts';
import { type Codec, flag, list, number, oneOf, optional, record, text, variants } from '../../shared/store/codec.ts';
import type { Trace } from '../../shared/trace.ts';
import type { Booking, OpenedShipment, Parcel, Shipment, Tombstone } from '../model/shipment.ts';

/** A shipment with the trace of the request that placed its order: what the carrier reports belongs to that trace. */
export type StoredShipment = Shipment & Trace;

const parcel: Codec<Parcel> = record<Parcel>({
  parcelId: text,
  localId: text,
  status: oneOf('created', 'in_transit', 'out_for_delivery', 'delivered', 'returned', 'lost', 'cancelled'),
  movedAt: text,
  location: optional(text),
  booking: optional(record<Booking>({ carrier: text, trackingNumber: text, labelUrl: text, estimatedDelivery: text })),
  owed: optional(oneOf('booking', 'handover', 'cancellation')),
});

export const traceFields = { correlationId: text, traceparent: text };
const common = { shipmentId: text, orderId: text, cancelReason: optional(text), version: number, ...traceFields };

const isTrue: Codec<true | undefined> = (stored, place) => (optional(flag)(stored, place) === true ? true : undefined);

export const shipmentCodec: Codec<StoredShipment> = variants<StoredShipment, 'kind'>('kind', {
  opened: record<OpenedShipment & Trace>({
    ...common,
    kind: oneOf('opened'),
    customerId: text,
    method: oneOf('delivery', 'collection'),
    status: oneOf('created', 'in_transit', 'delivered', 'cancelled', 'returned', 'lost'),
    parcels: list(parcel),
    createdAt: text,
    isAnnounced: flag,
    isErased: isTrue,
    shipTo: optional(addressCodec),
    note: optional(text),
  }),
  tombstone: record<Tombstone & Trace>({ ...common, kind: oneOf('tombstone'), status: oneOf('cancelled') }),
});

import { signatureHeader, signBody } from '../../../functions/shared/input/body-signature.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { providerSecret } from '../provider.ts';

export type CarrierReport = 'in_transit' | 'delivered' | 'lost' | 'returned';
/** A parcel at the carrier: what became of it, and what it has still to report. */
export type CarrierParcel = {
  parcelId: string;
  orderId: string;
  shipmentId: string;
  number: number;
  status: 'booked' | 'taken' | 'cancelled';
  reports: CarrierReport[];
};
/** The carrier: it books, takes and cancels a parcel once, and a cancellation is final. */
export type Carrier = Map<string, CarrierParcel>;

export const carrierUrl = 'http://carrier.test';
export type CarrierRequest = { path: string; body: unknown };

/** Answers a request to the carrier's API, as its documentation says. */
export function answerCarrier(carrier: Carrier, { path, body }: CarrierRequest): Response {
  const { parcelId, reference, callbackUrl } = fieldsOf(body);
  const id = String(parcelId);
  const known = carrier.get(id);
  if (path === '/parcels') {
    if (known?.status === 'cancelled') return Response.json({ error: 'cancelled' }, { status: 409 });
    const [, shipmentId = ''] = /\/([^/]+)\/status$/.exec(String(callbackUrl)) ?? [];
    const { orderId } = fieldsOf(reference);
    const parcel = known ?? bookedParcel(id, String(orderId), shipmentId, carrier.size);
    carrier.set(id, parcel);
    return Response.json(bookingOf(parcel), { status: 201 });
  }
  if (path.endsWith('/cancel')) {
    if (known?.status === 'taken') return Response.json({ error: 'has_left' }, { status: 409 });
    carrier.set(id, { ...(known ?? bookedParcel(id, '', '', carrier.size)), status: 'cancelled' });
    return Response.json({ status: 'cancelled' });
  }
  if (known === undefined || known.status === 'cancelled') return Response.json({ error: 'not_booked' }, { status: 422 });
  if (known.status === 'booked') carrier.set(id, { ...known, status: 'taken', reports: ['in_transit', 'delivered'] });
  return Response.json({ status: 'taken' });
}

const bookedParcel = (parcelId: string, orderId: string, shipmentId: string, number: number): CarrierParcel => ({
  ...{ parcelId, orderId, shipmentId, number },
  status: 'booked',
  reports: [],
});

const bookingOf = ({ number }: CarrierParcel) => ({
  carrier: 'Carrier',
  trackingNumber: `C-${1000 + number}`,
  labelUrl: `labels/${number}`,
  estimatedDelivery: '2026-11-24T10:00:00.000Z',
});

/** What the carrier sends to our callback about a parcel; `about` names another one. */
export function carrierReport(
  { parcelId, orderId, shipmentId }: CarrierParcel,
  organizationId: string,
  status: CarrierReport,
  about = parcelId,
) {
  const reference = { organizationId, orderId, parcelId: about };
  const rawBody = JSON.stringify({ status, reference, occurredAt: new Date().toISOString() });
  const headers = { [signatureHeader]: signBody(rawBody, providerSecret, Date.now()) };
  return { rawBody, headers, params: { shipmentId } };
}

import { jsonObject, objectOf } from '../../../shared/input/json-object.ts';
import type { Destination, ParcelRequest } from './simulated-parcel.ts';

/** Reads the body of POST /parcels; undefined when it is not one. */
export function readParcelRequest(body: string): ParcelRequest | undefined {
  const { parcelId, shipTo, callbackUrl, reference } = jsonObject(body) ?? {};
  const { organizationId, orderId, parcelId: referredId } = objectOf(reference) ?? {};
  const destination = readDestination(shipTo);
  if (typeof parcelId !== 'string' || !/^[\w-]{1,100}$/.test(parcelId) || destination === undefined) return undefined;
  if (typeof organizationId !== 'string' || typeof orderId !== 'string' || typeof referredId !== 'string') return undefined;
  if (typeof callbackUrl !== 'string' || !/^https?:$/.test(URL.parse(callbackUrl)?.protocol ?? '')) return undefined;
  return { parcelId, shipTo: destination, callbackUrl, reference: { organizationId, orderId, parcelId: referredId } };
}

const optionalFields = ['postalCode', 'region', 'phone'] as const;

function readDestination(value: unknown): Destination | undefined {
  const given = objectOf(value) ?? {};
  const { recipient, street, city, country } = given;
  if (typeof recipient !== 'string' || typeof street !== 'string') return undefined;
  if (typeof city !== 'string' || typeof country !== 'string') return undefined;
  const more = optionalFields.flatMap((name) => (typeof given[name] === 'string' ? [[name, given[name]]] : []));
  return { recipient, street, city, country, ...Object.fromEntries(more) };
}

/** The id in the body of an instruction, which must be the one in the path, together with what it asks for. */
export function readInstruction(body: string): { parcelId: string; what: string } | undefined {
  const { parcelId, what } = jsonObject(body) ?? {};
  return typeof parcelId === 'string' && typeof what === 'string' ? { parcelId, what } : undefined;
}

import { randomBytes, randomUUID } from 'node:crypto';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { awsCalls } from '../../shared/aws/aws-calls.ts';
import { readAhead } from '../../shared/aws/read-ahead.ts';
import { environment } from '../../shared/environment.ts';
import { causeText } from '../../shared/faults.ts';
import { signatureHeader } from '../../shared/input/body-signature.ts';
import { log } from '../../shared/log.ts';
import { requestCause } from '../../shared/rest/caller.ts';
import { header } from '../../shared/rest/header.ts';
import type { Trace } from '../../shared/trace.ts';
import { readInstruction, readParcelRequest } from './model/parcel-request.ts';
import { type BookedParcel, bookParcel, cancelParcel, type Destination, takeParcel } from './model/simulated-parcel.ts';
import { changeParcel, findLabelled, findParcel } from './store/parcel-table.ts';
import { isFromShop, requestSecrets } from './store/shared-secret.ts';
import { movesByItself, stepSeconds } from './store/step-time.ts';

await readAhead({ 'shared secret': requestSecrets });

type Reply = { status: number; body: object | string };
type Request = { body: string; trace: Trace };

const carrierName = 'Simulated Carrier';
const statusOf = { cancelled: 409, undeliverable: 422, unavailable: 503 } as const;

/**
 * The simulated carrier's API: POST /parcels, POST /parcels/{id}/cancel, POST /parcels/{id}/handover, GET /parcels/{id}. Every request is
 * signed, except for GET /labels/{labelId}, whose address nobody can guess.
 */
export const handler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const { correlationId, traceparent } = requestCause(event);
  const { status, body } = await answer(event, { correlationId, traceparent }).catch((thrown: unknown) => {
    log.error('carrier failed', { correlationId, cause: causeText(thrown) });
    return { status: 500, body: { error: 'internal' } };
  });
  log.info('carrier request', { method: event.httpMethod, status, correlationId, traceparent });
  const contentType = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { statusCode: status, headers: { 'Content-Type': contentType }, body: text };
};

async function answer(event: APIGatewayProxyEvent, trace: Trace): Promise<Reply> {
  const [, labelId] = /\/labels\/([\w-]{1,100})$/.exec(event.path) ?? [];
  if (event.httpMethod === 'GET' && labelId !== undefined) return showLabel(labelId);
  const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
  const signature = header(event.headers, signatureHeader.toLowerCase());
  if (!(await isFromShop({ body, signature, nowMs: Date.now() }))) {
    return { status: 401, body: { error: 'invalid_signature' } };
  }
  const [, parcelId, what] = /\/parcels(?:\/([\w-]{1,100})(?:\/(cancel|handover))?)?$/.exec(event.path) ?? [];
  if (event.httpMethod === 'POST' && event.path.endsWith('/parcels')) return book({ body, trace });
  if (event.httpMethod === 'GET' && parcelId !== undefined && what === undefined) return show(parcelId);
  if (event.httpMethod !== 'POST' || parcelId === undefined || what === undefined) {
    return { status: 404, body: { error: 'no_such_route' } };
  }
  const instruction = readInstruction(body);
  if (instruction?.parcelId !== parcelId || instruction.what !== what) return { status: 400, body: { error: 'malformed' } };
  return what === 'cancel' ? cancel(parcelId, trace) : take(parcelId, trace);
}

async function book({ body, trace }: Request): Promise<Reply> {
  const request = readParcelRequest(body);
  if (request === undefined) return { status: 400, body: { error: 'malformed' } };
  const trackingNumber = `LJ-${randomBytes(5).toString('hex').toUpperCase()}`;
  const minted = { trackingNumber, labelId: randomUUID(), at: new Date().toISOString(), stepSeconds: stepSeconds(), trace };
  const booking = await changeParcel(request.parcelId, trace, (stored) => {
    const result = bookParcel(request, minted, stored);
    return { result, ...(result.outcome === 'booked' && { parcel: result.parcel }) };
  });
  if (booking.outcome !== 'booked') return { status: statusOf[booking.outcome], body: { error: booking.outcome } };
  const { parcel } = booking;
  await moveByItself(parcel, trace);
  const { trackingNumber: number, estimatedDelivery, labelId } = parcel;
  // Relative to the address of this API, which it does not know itself.
  const labelUrl = `labels/${labelId}`;
  return { status: 201, body: { carrier: carrierName, trackingNumber: number, estimatedDelivery, labelUrl } };
}

async function cancel(parcelId: string, trace: Trace): Promise<Reply> {
  const parcel = await changeParcel(parcelId, trace, (stored) => {
    const result = cancelParcel(parcelId, stored);
    return { result, ...(result && { parcel: result }) };
  });
  return parcel ? { status: 200, body: { status: 'cancelled' } } : { status: 409, body: { error: 'has_left' } };
}

async function take(parcelId: string, trace: Trace): Promise<Reply> {
  const parcel = await changeParcel(parcelId, trace, (stored) => {
    const result = takeParcel(stored, new Date().toISOString(), stepSeconds());
    return { result, ...(result && { parcel: result }) };
  });
  if (parcel === undefined) return { status: 422, body: { error: 'not_booked' } };
  await moveByItself(parcel, trace);
  return { status: 200, body: { status: parcel.status } };
}

async function show(parcelId: string): Promise<Reply> {
  const parcel = await findParcel(parcelId);
  if (parcel === undefined) return { status: 404, body: { error: 'unknown_parcel' } };
  return { status: 200, body: { parcelId, status: parcel.status } };
}

/** The label while the parcel is on its way. */
async function showLabel(labelId: string): Promise<Reply> {
  const parcel = await findLabelled(labelId);
  if (parcel === undefined || !('shipTo' in parcel)) return { status: 404, body: { error: 'unknown_label' } };
  return { status: 200, body: labelText(parcel.trackingNumber, parcel.shipTo) };
}

const labelText = (trackingNumber: string, { recipient, street, postalCode, city, region, country, phone }: Destination) =>
  [trackingNumber, recipient, street, [postalCode, city].filter(Boolean).join(' '), region, country, phone]
    .filter(Boolean)
    .join('\n');

let lambda: LambdaClient | undefined;

/** Steps of seconds are made by a call of their own; longer ones by the schedule. */
async function moveByItself({ parcelId, status }: BookedParcel, trace: Trace): Promise<void> {
  if (status !== 'moving' || !movesByItself()) return;
  lambda ??= new LambdaClient(awsCalls);
  await lambda.send(
    new InvokeCommand({
      FunctionName: environment('MOVEMENTS_FUNCTION_NAME'),
      InvocationType: 'Event',
      Payload: Buffer.from(JSON.stringify({ parcelId, ...trace })),
    }),
  );
}

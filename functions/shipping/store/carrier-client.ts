import { BreakerOpenError, breakerOf, type CircuitBreaker } from '../../shared/circuit-breaker.ts';
import { environment } from '../../shared/environment.ts';
import { causeText } from '../../shared/faults.ts';
import { signatureHeader, signBody } from '../../shared/input/body-signature.ts';
import { jsonObject } from '../../shared/input/json-object.ts';
import { oneLine, textErrors, truncated } from '../../shared/input/text.ts';
import { childTraceparent, type Trace } from '../../shared/trace.ts';
import type { Carrier, CarrierAnswer, CarrierOutage } from '../model/carrier.ts';
import type { Booking } from '../model/shipment.ts';
import { carrierSecret } from './carrier-secret.ts';

const timeoutMs = 10_000;
const maxReasonLength = 200;

/**
 * The statuses that say something about the parcel. Any other is a fault, so that a wrong address (404) or secret (401, 403) does not
 * leave parcels behind as refused.
 */
const finalStatuses = [200, 201, 400, 409, 422];

export type HttpCarrierSettings = {
  /** Without a trailing slash. */
  baseUrl: string;
  secret: () => Promise<string>;
  timeoutMs: number;
};

const carriers = new Map<string, Carrier>();

/** The carrier of this deployment. It is kept for the life of the process, and its circuit breaker with it. */
export function carrier(): Carrier {
  const baseUrl = environment('CARRIER_URL');
  const known = carriers.get(baseUrl) ?? httpCarrier({ baseUrl, secret: carrierSecret, timeoutMs });
  carriers.set(baseUrl, known);
  return known;
}

/**
 * The carrier over HTTP. Every request is signed, names its parcel and is tried once. While the circuit breaker is open, they are
 * answered `unavailable` at once.
 */
export function httpCarrier(given: HttpCarrierSettings): Carrier {
  const settings = { ...given, breaker: breakerOf('the carrier', (thrown) => thrown instanceof NoUsableAnswerError) };
  return {
    async book(parcel, trace) {
      const answer = await send(settings, { path: '/parcels', body: parcel, trace });
      if ('outcome' in answer) return answer;
      const { status, fields } = answer;
      if (status === 409 && fields.error === 'cancelled') return { outcome: 'cancelled' };
      if (status !== 200 && status !== 201) return refusal(answer);
      const booking = bookingFrom(fields, given.baseUrl);
      return booking
        ? { outcome: 'booked', booking }
        : { outcome: 'unavailable', reason: 'the answer to /parcels is no booking' };
    },
    cancel: (parcelId, trace) => instruct(settings, 'cancel', parcelId, trace),
    handOver: (parcelId, trace) => instruct(settings, 'handover', parcelId, trace),
  };
}

type Settings = HttpCarrierSettings & { breaker: CircuitBreaker };
type CarrierRequest = { path: string; body: object; trace: Trace };
type Answer = { status: number; fields: Record<string, unknown> };

async function instruct(settings: Settings, what: string, parcelId: string, trace: Trace): Promise<CarrierAnswer> {
  // The id is in the body too, since the body is what is signed.
  const answer = await send(settings, { path: `/parcels/${parcelId}/${what}`, body: { parcelId, what }, trace });
  if ('outcome' in answer) return answer;
  return answer.status === 200 ? { outcome: 'done' } : refusal(answer);
}

/** The carrier's own code if it gave one, fit for a log. */
function refusal({ status, fields: { error } }: Answer): { outcome: 'refused'; reason: string } {
  const given = typeof error === 'string' && textErrors(error).length === 0 ? error : '';
  return { outcome: 'refused', reason: truncated(oneLine(given), maxReasonLength) || `the carrier answered ${status}` };
}

const numberPattern = /^[A-Z0-9-]{4,40}$/;
const maxCarrierName = 60;
const maxUrlLength = 500;

/** Undefined when the answer lacks something or breaks a limit of our events. The label's address may be relative to the carrier's. */
function bookingFrom(fields: Record<string, unknown>, baseUrl: string): Booking | undefined {
  const { trackingNumber, carrier: name, labelUrl, estimatedDelivery } = fields;
  if (typeof trackingNumber !== 'string' || !numberPattern.test(trackingNumber)) return undefined;
  if (typeof name !== 'string' || name === '' || textErrors(name).length > 0) return undefined;
  const label = typeof labelUrl === 'string' ? URL.parse(labelUrl, `${baseUrl}/`)?.href : undefined;
  if (label === undefined || label.length > maxUrlLength || !/^https?:/.test(label)) return undefined;
  const arrivesMs = typeof estimatedDelivery === 'string' ? Date.parse(estimatedDelivery) : Number.NaN;
  if (Number.isNaN(arrivesMs)) return undefined;
  return {
    carrier: truncated(oneLine(name), maxCarrierName),
    trackingNumber,
    labelUrl: label,
    estimatedDelivery: new Date(arrivesMs).toISOString(),
  };
}

async function send(settings: Settings, request: CarrierRequest): Promise<Answer | CarrierOutage> {
  try {
    return await settings.breaker.run(() => sendOnce(settings, request));
  } catch (thrown) {
    if (!(thrown instanceof NoUsableAnswerError || thrown instanceof BreakerOpenError)) throw thrown;
    return { outcome: 'unavailable', reason: `no usable answer to ${request.path}: ${thrown.message}` };
  }
}

/** The carrier could not be reached, or answered nothing that says how the parcel stands. */
class NoUsableAnswerError extends Error {
  override readonly name = 'NoUsableAnswerError';
}

/** @throws {NoUsableAnswerError} */
async function sendOnce(
  { baseUrl, secret, timeoutMs: limitMs }: Settings,
  { path, body, trace }: CarrierRequest,
): Promise<Answer> {
  const text = JSON.stringify(body);
  const headers = {
    'Content-Type': 'application/json',
    'X-Correlation-Id': trace.correlationId,
    traceparent: childTraceparent(trace.traceparent),
    [signatureHeader]: signBody(text, await secret(), Date.now()),
  };
  const signal = AbortSignal.timeout(limitMs);
  const answer = await fetch(`${baseUrl}${path}`, { method: 'POST', headers, body: text, redirect: 'error', signal })
    .then(async (response) => ({ status: response.status, fields: jsonObject(await response.text()) ?? {} }))
    .catch((thrown: unknown) => {
      // `fetch` gives the reason only in the cause.
      throw new NoUsableAnswerError(causeText(thrown instanceof TypeError ? (thrown.cause ?? thrown) : thrown));
    });
  if (!finalStatuses.includes(answer.status)) throw new NoUsableAnswerError(`status ${answer.status}`);
  return answer;
}

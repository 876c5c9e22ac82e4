import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { readAhead } from '../../shared/aws/read-ahead.ts';
import { causeText } from '../../shared/faults.ts';
import { signatureHeader, signBody } from '../../shared/input/body-signature.ts';
import { log } from '../../shared/log.ts';
import type { Trace } from '../../shared/trace.ts';
import type { Step } from './model/plan.ts';
import { afterStep, type MovingParcel, nextStep } from './model/simulated-parcel.ts';
import { changeParcel, findDue, findParcel } from './store/parcel-table.ts';
import { sharedSecret } from './store/shared-secret.ts';
import { stepSeconds } from './store/step-time.ts';

await readAhead({ 'shared secret': sharedSecret });

const parcelsPerRun = 50;
const locations = { in_transit: 'Jaén', out_for_delivery: 'Granada', delivered: 'Granada', returned: 'Jaén', lost: 'Jaén' };
/** All tries of a report. A report that is not accepted then is made again by the schedule, or by the platform's next try. */
const deliveryTries = 3;
const deliveryTimeoutMs = 10_000;

/** Moves one parcel to its end, step by step, or, called by the schedule, every parcel whose next step is due by one step. */
export const handler = async (call: ({ parcelId: string } & Trace) | { time: string }): Promise<void> => {
  if ('parcelId' in call) return moveToEnd(call.parcelId);
  const due = await findDue(new Date().toISOString(), parcelsPerRun);
  const moved = await Promise.allSettled(due.map((parcelId) => moveOneStep(parcelId)));
  const failed = moved.filter(({ status }) => status === 'rejected').length;
  log.info('parcels moved', { due: due.length, failed });
};

async function moveToEnd(parcelId: string): Promise<void> {
  for (let isMoving = true; isMoving; ) {
    await setTimeout(stepSeconds() * 1000);
    isMoving = await moveOneStep(parcelId);
  }
}

/** Reports first, so that a report that was not accepted is made again; a repeated one changes nothing. Whether more steps follow. */
async function moveOneStep(parcelId: string): Promise<boolean> {
  const parcel = await findParcel(parcelId);
  if (parcel?.status !== 'moving') return false;
  const step = nextStep(parcel);
  if (step !== undefined) await report(parcel, step);
  const after = await changeParcel(parcelId, parcel.trace, (stored) => {
    if (stored?.status !== 'moving' || stored.version !== parcel.version) return { result: stored };
    const next = afterStep(stored, new Date().toISOString(), stepSeconds());
    return { result: next, parcel: next };
  });
  log.info('parcel moved', { parcelId, status: step?.status, ...parcel.trace });
  return after?.status === 'moving';
}

async function report(parcel: MovingParcel, { status, times, isUnknown }: Step): Promise<void> {
  const reference = isUnknown ? { ...parcel.reference, parcelId: randomUUID() } : parcel.reference;
  const body = { status, reference, location: locations[status], occurredAt: new Date().toISOString() };
  for (let n = 0; n < times; n++) await deliver(parcel, JSON.stringify(body));
}

/** @throws {Error} when the shop did not answer at any try. What it refuses, such as an unknown parcel, is not sent again. */
async function deliver(parcel: MovingParcel, body: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const fault = await post(parcel, body);
    if (fault === undefined) return;
    if (tries === deliveryTries)
      throw new Error(`${parcel.callbackUrl} did not accept the report of ${parcel.parcelId}: ${fault}`);
    await setTimeout(1000 * 2 ** (tries - 1) * (0.5 + Math.random()));
  }
}

/** What went wrong; undefined when the shop took or refused the report. */
async function post({ callbackUrl, trace }: MovingParcel, body: string): Promise<string | undefined> {
  const headers = {
    'Content-Type': 'application/json',
    'X-Correlation-Id': trace.correlationId,
    traceparent: trace.traceparent,
    [signatureHeader]: signBody(body, await sharedSecret(), Date.now()),
  };
  const signal = AbortSignal.timeout(deliveryTimeoutMs);
  try {
    const response = await fetch(callbackUrl, { method: 'POST', headers, body, redirect: 'error', signal });
    await response.arrayBuffer();
    const isRefused = response.status === 404 || response.status === 422;
    if (isRefused) log.warn('the shop refused a report', { status: response.status, ...trace });
    return response.ok || isRefused ? undefined : `status ${response.status}`;
  } catch (thrown) {
    return causeText(thrown);
  }
}

import type { Trace } from '../../../shared/trace.ts';
import { planCalled, planOf, type Step } from './plan.ts';

/** Where a parcel goes, as the label shows it. */
export type Destination = {
  recipient: string;
  street: string;
  postalCode?: string;
  city: string;
  region?: string;
  country: string;
  phone?: string;
};

/** What a shop asks to book. `reference` comes back with each report as it was sent. */
export type ParcelRequest = {
  parcelId: string;
  shipTo: Destination;
  callbackUrl: string;
  reference: { organizationId: string; orderId: string; parcelId: string };
};

type Booked = Omit<ParcelRequest, 'shipTo'> & {
  plan: string;
  trackingNumber: string;
  labelId: string;
  estimatedDelivery: string;
  /** The shop's; reports carry it back. */
  trace: Trace;
  version: number;
};

/** One parcel. The address is kept no longer than it is needed: a parcel that has ended or was cancelled has none. */
export type SimulatedParcel =
  | (Booked & { status: 'booked'; shipTo: Destination })
  | (Booked & { status: 'moving'; shipTo: Destination; stepsDone: number; nextStepAt: string })
  | (Booked & { status: 'ended'; end: string })
  /** Cancelled before the carrier had it, maybe before it was booked: a booking that comes later is refused. */
  | { parcelId: string; status: 'cancelled'; version: number };

export type BookedParcel = Exclude<SimulatedParcel, { status: 'cancelled' }>;
export type MovingParcel = Extract<SimulatedParcel, { status: 'moving' }>;

export type Minted = { trackingNumber: string; labelId: string; at: string; stepSeconds: number; trace: Trace };

export type BookingOutcome =
  /** `parcel` is stored, unless it is what is stored already. */
  { outcome: 'booked'; parcel: BookedParcel } | { outcome: 'cancelled' | 'undeliverable' | 'unavailable' };

const laterBy = (at: string, seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();

/** Books a parcel once. A repeated request is the same parcel. */
export function bookParcel(request: ParcelRequest, minted: Minted, stored: SimulatedParcel | undefined): BookingOutcome {
  if (stored?.status === 'cancelled') return { outcome: 'cancelled' };
  if (stored !== undefined) return { outcome: 'booked', parcel: stored };
  const { name, plan } = planOf(request.shipTo.street);
  if (plan.fault !== undefined) return { outcome: plan.fault };
  const { at, stepSeconds, ...given } = minted;
  const estimatedDelivery = laterBy(at, plan.steps.length * stepSeconds);
  const parcel: BookedParcel = { ...request, ...given, plan: name, estimatedDelivery, status: 'booked', version: 1 };
  if (!plan.startsAtOnce) return { outcome: 'booked', parcel };
  return { outcome: 'booked', parcel: { ...parcel, status: 'moving', stepsDone: 0, nextStepAt: laterBy(at, stepSeconds) } };
}

/** Cancels a parcel that the carrier does not have yet. Undefined when it has left: then it is too late. */
export function cancelParcel(parcelId: string, stored: SimulatedParcel | undefined): SimulatedParcel | undefined {
  if (stored === undefined || stored.status === 'booked') {
    return { parcelId, status: 'cancelled', version: (stored?.version ?? 0) + 1 };
  }
  return stored.status === 'cancelled' ? stored : undefined;
}

/** Takes a parcel from its shop, once. Undefined for one that was never booked, or was cancelled. */
export function takeParcel(stored: SimulatedParcel | undefined, at: string, stepSeconds: number): BookedParcel | undefined {
  if (stored === undefined || stored.status === 'cancelled') return undefined;
  if (stored.status !== 'booked') return stored;
  return { ...stored, status: 'moving', stepsDone: 0, nextStepAt: laterBy(at, stepSeconds), version: stored.version + 1 };
}

/** The step that comes next. Undefined when there is none any more. */
export const nextStep = ({ plan, stepsDone }: MovingParcel): Step | undefined => planCalled(plan).steps[stepsDone];

/** The parcel after its next step. After the last one it has ended, and its address is forgotten. */
export function afterStep(parcel: MovingParcel, at: string, stepSeconds: number): BookedParcel {
  const { steps } = planCalled(parcel.plan);
  const stepsDone = parcel.stepsDone + 1;
  const version = parcel.version + 1;
  if (stepsDone < steps.length) return { ...parcel, stepsDone, nextStepAt: laterBy(at, stepSeconds), version };
  const { shipTo: _shipTo, stepsDone: _stepsDone, nextStepAt: _nextStepAt, ...kept } = parcel;
  return { ...kept, status: 'ended', end: steps.at(-1)?.status ?? 'delivered', version };
}

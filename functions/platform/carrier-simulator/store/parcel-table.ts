import { addressCodec } from '../../../shared/address/address-codec.ts';
import { type Codec, number, oneOf, record, text, variants } from '../../../shared/store/codec.ts';
import { commitsOf } from '../../../shared/store/commits.ts';
import { type Key, queryItems, readItem } from '../../../shared/store/dynamo.ts';
import { putNew, putVersioned, type Write } from '../../../shared/store/write.ts';
import type { Trace } from '../../../shared/trace.ts';
import type { ParcelRequest, SimulatedParcel } from '../model/simulated-parcel.ts';

type ParcelOf<Status extends SimulatedParcel['status']> = Extract<SimulatedParcel, { status: Status }>;

const booked = {
  parcelId: text,
  callbackUrl: text,
  reference: record<ParcelRequest['reference']>({ organizationId: text, orderId: text, parcelId: text }),
  plan: text,
  trackingNumber: text,
  labelId: text,
  estimatedDelivery: text,
  trace: record<Trace>({ correlationId: text, traceparent: text }),
  version: number,
};
const parcelCodec: Codec<SimulatedParcel> = variants<SimulatedParcel, 'status'>('status', {
  booked: record<ParcelOf<'booked'>>({ ...booked, status: oneOf('booked'), shipTo: addressCodec }),
  moving: record<ParcelOf<'moving'>>({
    ...booked,
    status: oneOf('moving'),
    shipTo: addressCodec,
    stepsDone: number,
    nextStepAt: text,
  }),
  ended: record<ParcelOf<'ended'>>({ ...booked, status: oneOf('ended'), end: text }),
  cancelled: record<ParcelOf<'cancelled'>>({ parcelId: text, status: oneOf('cancelled'), version: number }),
});

const parcelKey = (parcelId: string): Key => ({ pk: `PARCEL#${parcelId}`, sk: 'PARCEL' });

/** Strongly consistent. */
export async function findParcel(parcelId: string): Promise<SimulatedParcel | undefined> {
  const item = await readItem(parcelKey(parcelId));
  return item && parcelCodec(item, `parcel ${parcelId}`);
}

const labelKey = (labelId: string): Key => ({ pk: `LABEL#${labelId}`, sk: 'LABEL' });
const idCodec = record<{ parcelId: string }>({ parcelId: text });

/** The parcel of a label. */
export async function findLabelled(labelId: string): Promise<SimulatedParcel | undefined> {
  const item = await readItem(labelKey(labelId));
  return item && findParcel(idCodec(item, `label ${labelId}`).parcelId);
}

const movingPartition = 'MOVING';
const movingKey = ({ nextStepAt, parcelId }: ParcelOf<'moving'>): Key => ({
  pk: movingPartition,
  sk: `${nextStepAt}#${parcelId}`,
});

/** Parcels whose next step is due, the one that has waited longest first. */
export async function findDue(now: string, limit: number): Promise<string[]> {
  const { items } = await queryItems({ pk: movingPartition, skBelow: now, limit });
  return items.map((item) => idCodec(item, movingPartition).parcelId);
}

/**
 * Reads the parcel, decides, and stores the parcel that `decide` returns; again when another call got in between. A result alone stores
 * nothing.
 * @throws {ContendedError} when other calls were first every time
 */
export function changeParcel<Result>(
  parcelId: string,
  trace: Trace,
  decide: (stored: SimulatedParcel | undefined) => { result: Result; parcel?: SimulatedParcel },
): Promise<Result> {
  return commitsOf({ ...trace, organizationId: '', causationId: parcelId }).decided(async () => {
    const stored = await findParcel(parcelId);
    const { result, parcel } = decide(stored);
    return { result, writes: parcel === undefined || parcel === stored ? [] : writesOf(parcel, stored) };
  });
}

function writesOf(parcel: SimulatedParcel, stored: SimulatedParcel | undefined): Write[] {
  const { parcelId } = parcel;
  return [
    putVersioned({ ...parcelKey(parcelId), ...parcel }),
    ...(stored === undefined && parcel.status !== 'cancelled' ? [putNew({ ...labelKey(parcel.labelId), parcelId })] : []),
    ...(stored?.status === 'moving' ? [{ Delete: { Key: movingKey(stored) } }] : []),
    ...(parcel.status === 'moving' ? [{ Put: { Item: { ...movingKey(parcel), parcelId } } }] : []),
  ];
}

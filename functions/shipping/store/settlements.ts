import type { Cause } from '../../shared/cause.ts';
import { environment } from '../../shared/environment.ts';
import { log } from '../../shared/log.ts';
import type { Commits } from '../../shared/store/commits.ts';
import type { BookingAnswer, CarrierAnswer } from '../model/carrier.ts';
import { decideSettlement, owingParcels, type Settled } from '../model/settlement.ts';
import type { OpenedShipment, Parcel } from '../model/shipment.ts';
import { carrier } from './carrier-client.ts';
import { shipmentEffects, shipments } from './shipment-table.ts';

/** No call begins later than this after the first, so that a Lambda never runs out of time. A call takes 10 seconds at most. */
const beginWithinMs = 15_000;

export type Settlement =
  /** Nothing is owed to the carrier any more. */
  | { outcome: 'settled' }
  /** The carrier refuses, or cannot be reached: the rest stays owed, and the job comes back to it. */
  | { outcome: 'refused' | 'unavailable'; reason: string };

/**
 * Tells the carrier what it is owed about the parcels of an order, then records its answers. It may be repeated: the carrier books,
 * cancels and takes a parcel once.
 */
export async function settleWithCarrier(
  orderId: string,
  { organizationId, at, cause }: { organizationId: string; at: string; cause: Cause },
  commits: Commits,
): Promise<Settlement> {
  const owing = await shipments.find(organizationId, orderId);
  if (owing?.kind !== 'opened') return { outcome: 'settled' };
  const { answers, refusals, outage } = await tellAll(owing, organizationId, cause);
  await commits.decided(async () => {
    const stored = await shipments.find(organizationId, orderId);
    const change = decideSettlement(answers, stored, at);
    return { result: undefined, ...(change && shipmentEffects({ organizationId, at, cause }, change, stored)) };
  });
  if (outage !== undefined) return { outcome: 'unavailable', reason: outage };
  return refusals.length > 0 ? { outcome: 'refused', reason: refusals.join(', ') } : { outcome: 'settled' };
}

/** Settles right after the commit that came to owe something. What fails is left to the job, which runs every minute. */
export async function settleAtOnce(...given: Parameters<typeof settleWithCarrier>): Promise<void> {
  const settlement = await settleWithCarrier(...given);
  if (settlement.outcome === 'settled') return;
  const [orderId, { cause }] = given;
  log.warn('parcels left to the job', { orderId, correlationId: cause.correlationId, ...settlement });
}

type Told = { answers: Settled[]; refusals: string[]; outage?: string };

/** One by one: an order seldom has more than three shops. A refusal does not hold up the others, but an outage ends the round. */
async function tellAll(shipment: OpenedShipment, organizationId: string, cause: Cause): Promise<Told> {
  const answers: Settled[] = [];
  const refusals: string[] = [];
  const startedMs = performance.now();
  for (const parcel of owingParcels(shipment)) {
    if (performance.now() - startedMs > beginWithinMs) return { answers, refusals, outage: 'out of time' };
    const { parcelId } = parcel;
    const answer = await tell(parcel, shipment, organizationId, cause);
    if (answer.outcome === 'unavailable') return { answers, refusals, outage: answer.reason };
    if (answer.outcome === 'refused') refusals.push(`${parcel.owed} of ${parcelId}: ${answer.reason}`);
    if (answer.outcome === 'booked') answers.push({ parcelId, task: 'booking', booking: answer.booking });
    if (answer.outcome === 'done' && parcel.owed !== undefined && parcel.owed !== 'booking') {
      answers.push({ parcelId, task: parcel.owed });
    }
  }
  return { answers, refusals };
}

async function tell(
  { parcelId, owed }: Parcel,
  { orderId, shipmentId, shipTo }: OpenedShipment,
  organizationId: string,
  cause: Cause,
): Promise<BookingAnswer | CarrierAnswer> {
  if (owed === 'cancellation') return carrier().cancel(parcelId, cause);
  if (owed === 'handover') return carrier().handOver(parcelId, cause);
  if (shipTo === undefined) return { outcome: 'refused', reason: 'there is no address any more' };
  const callbackUrl = `${environment('SHIPMENTS_URL')}/${shipmentId}/status`;
  return carrier().book({ parcelId, shipTo, reference: { organizationId, orderId, parcelId }, callbackUrl }, cause);
}

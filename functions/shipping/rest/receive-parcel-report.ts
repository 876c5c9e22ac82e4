import type { ParcelReport } from '../../../generated/rest/types.ts';
import { validateParcelReport } from '../../../generated/validators/shipping.ts';
import { signatureHeader } from '../../shared/input/body-signature.ts';
import { inputErrors } from '../../shared/input/input-errors.ts';
import { log } from '../../shared/log.ts';
import { notFound, ok, problem, unprocessable } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { decideMovement } from '../model/movement.ts';
import { isFromCarrier } from '../store/carrier-secret.ts';
import { shipmentEffects, shipments } from '../store/shipment-table.ts';

/** Checks the signature first. A report that is repeated, late or out of order is acknowledged, or the carrier would send it again. */
export const receiveParcelReport = route(
  'POST /shipments/{shipmentId}/status',
  async ({ params, body, rawBody, headers, receivedAt }) => {
    const signature = headers[signatureHeader.toLowerCase()];
    if (!(await isFromCarrier({ body: rawBody, signature, nowMs: Date.parse(receivedAt) }))) {
      return problem('invalid-signature', { detail: `${signatureHeader} must sign this very body, not more than 5 minutes ago` });
    }
    if (!validateParcelReport(body)) return unprocessable('the body is no report', inputErrors(validateParcelReport.errors));
    return recordReport(params.shipmentId, body, receivedAt);
  },
);

const received = ok({ received: true } as const);

async function recordReport(shipmentId: string, report: ParcelReport, at: string) {
  const { status, reference, location, occurredAt } = report;
  const { organizationId, orderId, parcelId } = reference;
  const found = await shipments.find(organizationId, orderId);
  const stored = found?.shipmentId === shipmentId ? found : undefined;
  const movement = { parcelId, status, occurredAt, at, ...(location !== undefined && { location }) };
  const moving = decideMovement(movement, stored);
  if (moving.outcome === 'unknown-parcel' || stored === undefined) return notFound('no such parcel is known here');
  // What happens to the order belongs to the trace of the request that placed it, not to one of the carrier's.
  const { correlationId, traceparent } = stored;
  if (moving.outcome === 'contradicts') {
    const { known } = moving;
    log.error('the carrier contradicts what is known of a parcel', { orderId, parcelId, correlationId, known, reported: status });
  }
  if (moving.outcome !== 'moved') return received;
  const cause = { organizationId, correlationId, traceparent, causationId: `${parcelId} ${status}` };
  return { answer: received, ...shipmentEffects({ organizationId, at, cause }, moving.change, stored), cause };
}

import { mayActFor, notYourShop } from '../../shared/caller.ts';
import { etag, notFound, ok, problem } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { decideHandover } from '../model/movement.ts';
import type { OpenedShipment } from '../model/shipment.ts';
import { shownShipment } from '../model/shown-shipment.ts';
import { findShipmentById, shipmentEffects } from '../store/shipment-table.ts';

/**
 * The shop hands a parcel over. That is when it departs, so from here on nothing of the order is cancelled: shipment and cancellation
 * write the same item, and one of them comes first. The carrier is told afterwards, by our own shipping.status.updated.
 */
export const handOverParcel = route(
  'POST /shipments/{shipmentId}/parcels/{parcelId}/handover',
  async ({ params, caller, cause, receivedAt: at }) => {
    const { organizationId } = caller;
    const stored = await findShipmentById(organizationId, params.shipmentId);
    if (stored?.kind !== 'opened') return notFound();
    const parcel = stored.parcels.find(({ parcelId }) => parcelId === params.parcelId);
    if (parcel === undefined) return notFound();
    if (!mayActFor(caller, parcel.localId)) return problem('not-allowed', { detail: notYourShop });
    const answerOf = (shipment: OpenedShipment) => {
      const shown = shownShipment(shipment, caller);
      return shown === undefined ? notFound() : ok(shown, { ETag: etag(shipment.version) });
    };
    const handover = decideHandover(stored, parcel, at);
    switch (handover.outcome) {
      case 'cancelled':
        return problem('shipment-cancelled', { detail: 'the order was cancelled before the parcel was handed over: keep it' });
      case 'not-booked':
        return problem('parcel-not-booked', { detail: 'the carrier has not accepted the parcel yet: try again in a minute' });
      case 'done':
        return answerOf(handover.shipment);
      case 'moved': {
        const { correlationId, traceparent } = stored;
        const effects = shipmentEffects({ organizationId, at, cause }, handover.change, stored);
        // What happens to the order belongs to the trace of the request that placed it.
        return { answer: answerOf(handover.change.shipment), ...effects, cause: { correlationId, traceparent } };
      }
    }
  },
);

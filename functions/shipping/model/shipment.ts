import type { NewEvent } from '../../shared/domain-event.ts';

/**
 * The parcel of an order, one per order. Until parcels are sent only the tombstone comes to be: none → cancelled. A parcel in
 * transit has its place here because it is what a cancellation asks about: it alone makes the shipment say no.
 */
export type Shipment = { shipmentId: string; orderId: string; version: number; status: 'cancelled' | 'in_transit' };

export type CancelShipment = {
  orderId: string;
  /** The id of the tombstone, should there be no shipment. */
  shipmentId: string;
  reason: string;
  at: string;
};

export type Cancelling =
  | { outcome: 'cancelled'; shipment: Shipment; events: NewEvent<'shipping.cancelled'>[] }
  /** Cancelled before: said then, not said again. */
  | { outcome: 'cancelled-before' }
  /** The parcel is gone. */
  | { outcome: 'in-transit' };

/**
 * A customer wants out of a confirmed order: the shipment decides. With nothing under way it says yes with shipping.cancelled, and
 * stays as a tombstone for an order.confirmed that is still on its way.
 */
export function answerCancellationRequest(command: CancelShipment, stored: Shipment | undefined): Cancelling {
  const cancelling = cancelShipment(command, stored);
  if (cancelling.outcome !== 'cancelled') return cancelling;
  const { orderId, shipmentId, version } = cancelling.shipment;
  const event: NewEvent<'shipping.cancelled'> = {
    type: 'shipping.cancelled',
    aggregateId: shipmentId,
    aggregateVersion: version,
    occurredOn: command.at,
    data: { orderId, shipmentId, reason: command.reason },
  };
  return { ...cancelling, events: [event] };
}

/** The order is cancelled already: nothing may be sent any more, and nobody waits for an answer. */
export function cancelShipment({ orderId, shipmentId }: CancelShipment, stored: Shipment | undefined): Cancelling {
  switch (stored?.status) {
    case undefined:
      return { outcome: 'cancelled', shipment: { shipmentId, orderId, version: 1, status: 'cancelled' }, events: [] };
    case 'cancelled':
      return { outcome: 'cancelled-before' };
    case 'in_transit':
      return { outcome: 'in-transit' };
  }
}

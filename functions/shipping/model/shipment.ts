import type { NewEvent } from '../../shared/domain-event.ts';

/**
 * The parcel of an order, one for each. As long as no parcels are sent, the only change is none → cancelled, the tombstone. A parcel
 * in transit is part of the type because a cancellation asks for it: it is the only reason why a shipment refuses.
 */
export type Shipment = { shipmentId: string; orderId: string; version: number; status: 'cancelled' | 'in_transit' };

export type CancelShipment = {
  orderId: string;
  /** The id of the tombstone, if there is no shipment. */
  shipmentId: string;
};
export type RequestCancellation = CancelShipment & { reason: string; at: string };

export type Cancellation =
  | { outcome: 'cancelled'; shipment: Shipment; events: NewEvent<'shipping.cancelled'>[] }
  /** It was cancelled before, so there is nothing to publish. */
  | { outcome: 'cancelled-before' }
  /** The parcel has left. */
  | { outcome: 'in-transit' };

/**
 * The customer wants to cancel a confirmed order, and the shipment decides. If nothing has left it agrees with shipping.cancelled,
 * and its tombstone remains for an order.confirmed that arrives later.
 */
export function decideCancellationRequest(command: RequestCancellation, stored: Shipment | undefined): Cancellation {
  const cancellation = decideCancellation(command, stored);
  if (cancellation.outcome !== 'cancelled') return cancellation;
  const { orderId, shipmentId, version } = cancellation.shipment;
  const event: NewEvent<'shipping.cancelled'> = {
    type: 'shipping.cancelled',
    aggregateId: shipmentId,
    aggregateVersion: version,
    occurredOn: command.at,
    data: { orderId, shipmentId, reason: command.reason },
  };
  return { ...cancellation, events: [event] };
}

/** The order is already cancelled: nothing may be sent any more, and nobody waits for an answer. */
export function decideCancellation({ orderId, shipmentId }: CancelShipment, stored: Shipment | undefined): Cancellation {
  switch (stored?.status) {
    case undefined:
      return { outcome: 'cancelled', shipment: { shipmentId, orderId, version: 1, status: 'cancelled' }, events: [] };
    case 'cancelled':
      return { outcome: 'cancelled-before' };
    case 'in_transit':
      return { outcome: 'in-transit' };
  }
}

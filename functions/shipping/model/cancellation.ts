import { deliveredEvent, movementEvents } from './movement.ts';
import {
  eventOf,
  type OpenedShipment,
  type Parcel,
  type Shipment,
  type ShipmentChange,
  type ShipmentEvent,
  withParcels,
} from './shipment.ts';

export type CancelShipment = {
  orderId: string;
  /** The id of the tombstone, if there is no shipment. */
  shipmentId: string;
  reason: string;
  at: string;
};
/** `asked` counts how often the order has asked, this time included. */
export type RequestCancellation = CancelShipment & { asked: number };

export type Cancellation =
  | { outcome: 'cancelled'; change: ShipmentChange }
  /** It was decided before. `answer` repeats the decision for an order that asks again, since the first answer may be lost. */
  | { outcome: 'cancelled-before' | 'has-left'; answer: readonly ShipmentEvent[] };

/**
 * The customer wants to cancel a confirmed order, and the shipment decides. If nothing has left it agrees with shipping.cancelled. A
 * tombstone remains for an order.confirmed that arrives later.
 */
export function decideCancellationRequest(
  { asked, ...command }: RequestCancellation,
  stored: Shipment | undefined,
): Cancellation {
  if (stored?.status === 'cancelled') {
    return { outcome: 'cancelled-before', answer: asked > 1 ? [cancelledEvent(stored, command.at, command.reason)] : [] };
  }
  if (stored !== undefined && stored.status !== 'created') {
    return { outcome: 'has-left', answer: asked > 1 ? lastEvents(stored, command.at) : [] };
  }
  const shipment = stored === undefined ? tombstoneOf(command) : cancelled(stored, command);
  return { outcome: 'cancelled', change: { shipment, events: [cancelledEvent(shipment, command.at, command.reason)] } };
}

/** The order is already cancelled: nothing may be sent any more. Nobody waits for an answer, so a tombstone is published to nobody. */
export function decideCancellation(command: CancelShipment, stored: Shipment | undefined): Cancellation {
  if (stored === undefined) return { outcome: 'cancelled', change: { shipment: tombstoneOf(command), events: [] } };
  return decideCancellationRequest({ ...command, asked: 1 }, stored);
}

const tombstoneOf = ({ orderId, shipmentId, reason }: CancelShipment): Shipment => ({
  kind: 'tombstone',
  shipmentId,
  orderId,
  status: 'cancelled',
  cancelReason: reason,
  version: 1,
});

/** Every parcel for the carrier is cancelled there too: a booking may be on its way to it at this moment. */
function cancelled(shipment: OpenedShipment, { reason, at }: CancelShipment): OpenedShipment {
  const isDelivered = shipment.method === 'delivery';
  const parcels = shipment.parcels.map(
    ({ owed: _owed, ...parcel }): Parcel => ({
      ...parcel,
      status: 'cancelled',
      movedAt: at,
      ...(isDelivered && { owed: 'cancellation' }),
    }),
  );
  return { ...withParcels(shipment, parcels), cancelReason: reason };
}

const cancelledEvent = (shipment: Shipment, at: string, reason: string): ShipmentEvent => {
  const { orderId, shipmentId } = shipment;
  return eventOf(shipment, at, {
    type: 'shipping.cancelled',
    data: { orderId, shipmentId, reason: shipment.cancelReason ?? reason },
  });
};

/** Where the first parcel that left is now, and that all have arrived if they have. */
function lastEvents(shipment: Shipment, at: string): ShipmentEvent[] {
  if (shipment.kind === 'tombstone') return [];
  const left = shipment.parcels.find(({ status }) => status !== 'created' && status !== 'cancelled');
  const arrivedAt =
    shipment.parcels
      .map(({ movedAt }) => movedAt)
      .toSorted()
      .at(-1) ?? at;
  return [
    ...(left === undefined ? [] : movementEvents(shipment, left, at)),
    ...(shipment.status === 'delivered' ? [deliveredEvent(shipment, arrivedAt, at)] : []),
  ];
}

import type { ShippingMethod } from '../../../generated/shared.ts';
import {
  type CancellingOrder,
  type ConfirmedOrder,
  type DeliveredOrder,
  eventOf,
  type Order,
  type OrderChange,
  type OrderEvent,
  type ShippedOrder,
} from './order.ts';

/** The first parcel has left. A parcel that is collected has neither number nor carrier. */
export type Departure = { method: ShippingMethod; trackingNumber?: string; carrier?: string; shippedAt: string; at: string };
export type Arrival = { method: ShippingMethod; deliveredAt: string; at: string };

/** A departure ends the wait for a cancellation too: the parcel left first. Undefined for an order that was shipped before. */
export function decideShipped(order: Order, departure: Departure): OrderChange<ShippedOrder> | undefined {
  if (!mayLeave(order)) return undefined;
  const { shippedAt, at } = departure;
  const shipped: ShippedOrder = { ...keptOf(order), status: 'shipped', version: order.version + 1, shippedAt };
  return { order: shipped, event: shippedEvent(shipped, departure, at) };
}

/** Performs both steps when the arrival is known before the departure. Undefined for an order that was delivered before. */
export function decideDelivered(order: Order, { method, deliveredAt, at }: Arrival): OrderChange<DeliveredOrder> | undefined {
  if (order.status !== 'shipped' && !mayLeave(order)) return undefined;
  const shippedAt = order.status === 'shipped' ? order.shippedAt : deliveredAt;
  const version = order.version + 1;
  const delivered: DeliveredOrder = { ...keptOf(order), status: 'delivered', version, shippedAt, deliveredAt };
  const { orderId, customerId, totalAmount } = order;
  const data = { orderId, customerId, totalAmount, method, deliveredAt };
  return {
    order: delivered,
    event: eventOf(delivered, at, { type: 'order.delivered', data }),
    ...(order.status !== 'shipped' && { earlier: shippedEvent(delivered, { method, shippedAt, at }, at) }),
  };
}

const mayLeave = (order: Order): order is ConfirmedOrder | CancellingOrder =>
  order.status === 'confirmed' || order.status === 'cancelling';

/** The order without what only concerned its cancellation. */
function keptOf(order: ConfirmedOrder | CancellingOrder | ShippedOrder) {
  if (order.status !== 'cancelling') return order;
  const { cancelReason: _reason, cancelRequestedAt: _requestedAt, asked: _asked, answerDueAt: _dueAt, ...kept } = order;
  return kept;
}

function shippedEvent(order: ShippedOrder | DeliveredOrder, { at: _at, ...departure }: Departure, at: string): OrderEvent {
  const { orderId, customerId, totalAmount } = order;
  return eventOf(order, at, { type: 'order.shipped', data: { orderId, customerId, totalAmount, ...departure } });
}

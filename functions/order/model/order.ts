import type { Address, Money, OrderLine, PaymentMethod, ShippingMethod } from '../../../generated/shared.ts';
import type { NewEvent } from '../../shared/domain-event.ts';

/** What stays as it was placed, except that `version` rises by one with each change. Times are ISO 8601 UTC. */
type Placed = {
  orderId: string;
  customerId: string;
  lines: readonly OrderLine[];
  totalAmount: Money;
  paymentMethod: PaymentMethod;
  method: ShippingMethod;
  /** A copy, which later changes of the address book do not affect. It is removed when the customer is erased, and `method` stays. */
  shipTo?: Address;
  note?: string;
  placedAt: string;
  /** The member of staff who ordered for the customer. */
  placedBy?: string;
  /** An order that is still pending then cancels itself, with or without a saga. */
  deadline: string;
  version: number;
};
type Paid = { paymentId: string; confirmedAt: string };

export type PendingOrder = Placed & { status: 'pending' };
export type ConfirmedOrder = Placed & Paid & { status: 'confirmed' };
/** The customer asked to cancel it, and the shipment decides. */
export type CancellingOrder = Placed &
  Paid & {
    status: 'cancelling';
    cancelReason: string;
    cancelRequestedAt: string;
    /** How often the shipment was asked. */
    asked: number;
    /** Without an answer by then, it is asked again. */
    answerDueAt: string;
  };
/** It has a payment if it was confirmed before. */
export type CancelledOrder = Placed & Partial<Paid> & { status: 'cancelled'; cancelReason: string; cancelledAt: string };
/** Its first parcel has left, or was handed over at a shop: nothing of it is cancelled any more. */
export type ShippedOrder = Placed & Paid & { status: 'shipped'; shippedAt: string };
/** Its last parcel has arrived. */
export type DeliveredOrder = Placed & Paid & { status: 'delivered'; shippedAt: string; deliveredAt: string };
export type Order = PendingOrder | ConfirmedOrder | CancellingOrder | CancelledOrder | ShippedOrder | DeliveredOrder;

export type OrderEvent = NewEvent<
  'order.created' | 'order.confirmed' | 'order.cancellation.requested' | 'order.cancelled' | 'order.shipped' | 'order.delivered'
>;
/** What is stored together: the order after the change, and the event of the change. `earlier` is that of a step it has skipped. */
export type OrderChange<Next extends Order = Order> = { order: Next; event: OrderEvent; earlier?: OrderEvent };

export type Confirmation =
  | { outcome: 'confirmed'; change?: OrderChange<ConfirmedOrder> }
  /** The customer, the deadline or an earlier compensation cancelled it first. */
  | { outcome: 'cancelled-meanwhile'; change?: undefined };

/** Stock is reserved and the charge succeeded. An order that was ever confirmed always gets the answer `confirmed`. */
export function decideConfirmation(order: Order, { paymentId, at }: { paymentId: string; at: string }): Confirmation {
  if (order.status === 'cancelled') return { outcome: 'cancelled-meanwhile' };
  if (order.status !== 'pending') return { outcome: 'confirmed' };
  const confirmed: ConfirmedOrder = { ...order, status: 'confirmed', version: order.version + 1, paymentId, confirmedAt: at };
  const { orderId, customerId, totalAmount, lines, method } = order;
  const data = { orderId, customerId, totalAmount, paymentId, lines, confirmedAt: at, method, ...personalPart(order) };
  return { outcome: 'confirmed', change: { order: confirmed, event: eventOf(confirmed, at, { type: 'order.confirmed', data }) } };
}

export type Canceller = 'customer' | 'saga' | 'deadline' | 'expiry';

export type Cancellation =
  | { outcome: 'cancelled'; change?: OrderChange<CancelledOrder> }
  /** Only a customer gets this answer: the order was confirmed, and the shipment decides. */
  | { outcome: 'cancelling'; change?: OrderChange<CancellingOrder> }
  /** The order is kept, so nothing is to be undone. */
  | { outcome: 'confirmed'; change?: undefined };

/** Cancels a pending order at once. Only the customer may request cancellation of a confirmed order. */
export function decideCancellation(
  order: Order,
  { by, reason, at }: { by: Canceller; reason: string; at: string },
): Cancellation {
  switch (order.status) {
    case 'pending':
      return { outcome: 'cancelled', change: cancelled(order, reason, at) };
    case 'cancelled':
      return { outcome: 'cancelled' };
    case 'confirmed':
      return by === 'customer' ? { outcome: 'cancelling', change: cancelling(order, reason, at) } : { outcome: 'confirmed' };
    case 'cancelling':
      return by === 'customer' ? { outcome: 'cancelling' } : { outcome: 'confirmed' };
    case 'shipped':
    case 'delivered':
      return { outcome: 'confirmed' };
  }
}

export type Expiry =
  | { outcome: 'cancelled'; change: OrderChange<CancelledOrder> }
  /** The event of that cancellation, as it was published then. */
  | { outcome: 'cancelled-before'; event: OrderEvent }
  | { outcome: 'kept' };

/** A reservation is older than its order may take. */
export function decideExpiry(order: Order, at: string): Expiry {
  if (order.status === 'cancelled') return { outcome: 'cancelled-before', event: cancelledEvent(order) };
  if (order.status !== 'pending' || order.deadline > at) return { outcome: 'kept' };
  return { outcome: 'cancelled', change: cancelled(order, 'reservation-expired', at) };
}

/** The shipment was cancelled in time. Undefined when the order did not wait for its decision, so nothing changes. */
export function shipmentCancelled(order: Order, at: string): OrderChange<CancelledOrder> | undefined {
  return order.status === 'cancelling' ? cancelled(order, order.cancelReason, at) : undefined;
}

function cancelling(order: ConfirmedOrder, cancelReason: string, at: string): OrderChange<CancellingOrder> {
  return asking({ ...order, status: 'cancelling', cancelReason, cancelRequestedAt: at, asked: 0, answerDueAt: at }, at);
}

const minuteMs = 60_000;
/** How long the shipment gets for its answer: 5 minutes, then twice as long each time, up to an hour. */
const answerMs = (asked: number) => Math.min(5 * 2 ** (asked - 1), 60) * minuteMs;
/** As many as the event may count. */
const mostAsked = 1000;

/** Asks the shipment again when its answer is overdue. Undefined when the order does not wait for one. */
export function askAgain(order: Order, at: string): OrderChange<CancellingOrder> | undefined {
  return order.status === 'cancelling' && order.answerDueAt <= at ? asking(order, at) : undefined;
}

function asking(order: CancellingOrder, at: string): OrderChange<CancellingOrder> {
  const asked = Math.min(order.asked + 1, mostAsked);
  const answerDueAt = new Date(Date.parse(at) + answerMs(asked)).toISOString();
  const next: CancellingOrder = { ...order, version: order.version + 1, asked, answerDueAt };
  const { orderId, customerId, totalAmount, cancelReason: reason, cancelRequestedAt: requestedAt } = next;
  const data = { orderId, customerId, totalAmount, requestedAt, reason, ...(asked > 1 && { asked }) };
  return { order: next, event: eventOf(next, at, { type: 'order.cancellation.requested', data }) };
}

/** When somebody has to look at the order if nothing has happened to it, ISO 8601 UTC. */
export function dueAt(order: Order): string | undefined {
  if (order.status === 'pending') return order.deadline;
  return order.status === 'cancelling' ? order.answerDueAt : undefined;
}

function cancelled(order: PendingOrder | CancellingOrder, cancelReason: string, at: string): OrderChange<CancelledOrder> {
  const next: CancelledOrder = { ...order, status: 'cancelled', version: order.version + 1, cancelReason, cancelledAt: at };
  return { order: next, event: cancelledEvent(next) };
}

function cancelledEvent(order: CancelledOrder): OrderEvent {
  const { orderId, customerId, totalAmount, cancelReason: reason, cancelledAt } = order;
  const data = { orderId, customerId, totalAmount, reason, cancelledAt };
  return eventOf(order, cancelledAt, { type: 'order.cancelled', data });
}

/** What an order says about a person: where it goes, and what the customer wrote. */
export const personalPart = ({ shipTo, note }: Pick<Order, 'shipTo' | 'note'>) => ({
  ...(shipTo !== undefined && { shipTo }),
  ...(note !== undefined && { note }),
});

/** Whether the order's address is still to be passed on. A shipment that is on its way, or lost for good, has its own copy. */
export const needsAddress = ({ status }: Order) => status === 'pending' || status === 'confirmed' || status === 'cancelling';

/** The next version of an order, without what it says about a person. */
export const withoutPerson = <Some extends Order>(order: Some): Some => ({
  ...order,
  version: order.version + 1,
  shipTo: undefined,
  note: undefined,
});

type TypeAndData = { [E in OrderEvent as E['type']]: Pick<E, 'type' | 'data'> }[OrderEvent['type']];

/** The event of a change. It carries the order's version, so that a projection can skip what is older. */
export const eventOf = ({ orderId, version }: Order, at: string, typeAndData: TypeAndData): OrderEvent => ({
  ...typeAndData,
  aggregateId: orderId,
  aggregateVersion: version,
  occurredOn: at,
});

import { formatMoney } from '../../shared/money/format-money.ts';
import type { OrderEvent } from './order.ts';

/** One thing that happened to an order, here or in another domain. `type` is the wire name of its event, `summary` is for people. */
export type TimelineEntry = { type: string; occurredOn: string; eventId: string; summary: string };

/** The summaries of the order's own events. */
export function summaryOf({ type, data }: OrderEvent): string {
  switch (type) {
    case 'order.created':
      return `Order placed: ${counted(data.items.length, 'product')} for ${formatMoney(data.totalAmount)}`;
    case 'order.confirmed':
      return 'Order confirmed';
    case 'order.cancellation.requested':
      return data.asked === undefined
        ? `Cancellation requested (${data.reason}): the shipment decides`
        : `Cancellation requested again (${data.reason}): the shipment has not answered`;
    case 'order.cancelled':
      return `Order cancelled: ${data.reason}`;
    case 'order.shipped':
      return data.method === 'delivery' ? `Order shipped${byCarrier(data)}` : 'Order handed over to the customer';
    case 'order.delivered':
      return data.method === 'delivery' ? 'Order delivered' : 'Order collected';
  }
}

/**
 * What the staff of a shop see: that the order itself went on, without amounts, reasons and what concerns other shops. The words suit
 * orders that are delivered and those that are collected.
 */
const shopSummaries: Readonly<Record<string, string>> = {
  'order.created': 'Order placed',
  'order.confirmed': 'Order confirmed',
  'order.cancellation.requested': 'Cancellation requested: the shipment decides',
  'order.cancelled': 'Order cancelled',
  // These hold for orders that are delivered and for those that are collected.
  'order.shipped': 'The first parcel was handed over',
  'order.delivered': 'The customer has every parcel',
};

export const shopTimeline = (entries: readonly TimelineEntry[]): TimelineEntry[] =>
  entries.flatMap((entry) => {
    const summary = shopSummaries[entry.type];
    return summary === undefined ? [] : [{ ...entry, summary }];
  });

/** ` by the carrier, tracking number …`; nothing for a parcel without a carrier. */
export function byCarrier({ carrier, trackingNumber }: { carrier?: string; trackingNumber?: string }): string {
  const tracking = trackingNumber === undefined ? '' : `, tracking number ${trackingNumber}`;
  return carrier === undefined ? tracking : ` by ${carrier}${tracking}`;
}

/** `1 product`, `2 products` */
export const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

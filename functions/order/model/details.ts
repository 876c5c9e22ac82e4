import type { OrderDetails } from '../../../generated/rest/types.ts';
import type { Order } from './order.ts';
import { shownOrder, type View } from './shown-order.ts';

/** A part of an order that another domain owns. */
export type Part = OrderDetails['unavailable'][number];
/** What the other domain says: the part, that there is none for this caller, or nothing in time. */
export type Reading<Value> = { outcome: 'read'; value: Value } | { outcome: 'none' } | { outcome: 'unavailable' };
export type Readings = { [Name in Part]: Reading<NonNullable<OrderDetails[Name]>> };

/** The order with what could be read of it elsewhere, and the names of what could not. */
export function shownDetails(order: Order, view: View, readings: Readings): OrderDetails {
  const { payment, shipment, stock } = readings;
  const parts: readonly Part[] = ['payment', 'shipment', 'stock'];
  return {
    order: shownOrder(order, view),
    ...(payment.outcome === 'read' && { payment: payment.value }),
    ...(shipment.outcome === 'read' && { shipment: shipment.value }),
    ...(stock.outcome === 'read' && { stock: stock.value }),
    unavailable: parts.filter((part) => readings[part].outcome === 'unavailable'),
  };
}

import type { Money, OrderLine, PaymentMethod } from '../../../generated/shared.ts';
import { mayBeOnItsWay } from '../../shared/ids.ts';
import type { Destination } from './destination.ts';
import { eventOf, type OrderChange, type PendingOrder, personalPart } from './order.ts';

export type DraftLine = { productId: string; quantity: number };
/** Our copy of a product that is sold. */
export type CataloguePrice = { productId: string; localId: string; name: string; price: Money };
/** Our copies of the products of an order, and which of their shops are closed. */
export type Catalogue = {
  products: ReadonlyMap<string, CataloguePrice | 'deleted'>;
  closedLocalIds: ReadonlySet<string>;
};

export type PlaceOrder = {
  orderId: string;
  customerId: string;
  lines: readonly DraftLine[];
  paymentMethod: PaymentMethod;
  destination: Destination;
  note?: string | undefined;
  placedAt: string;
  /** The member of staff who orders for the customer. */
  placedBy?: string | undefined;
  /** How long the order may stay pending. */
  deadlineMinutes: number;
};

export type Placement =
  | { outcome: 'placed'; change: OrderChange<PendingOrder> }
  | { outcome: 'wrong-line-count'; count: number }
  /** Some of them cannot be ordered, whatever may still arrive. */
  | { outcome: 'unavailable-products'; products: UnavailableProduct[] }
  /** All that have no price here may have been published a moment ago, and nothing else is wrong. */
  | { outcome: 'not-yet-known'; missing: string[] }
  | { outcome: 'mixed-currencies'; currencies: string[] }
  /** The total would not be an exact integer. */
  | { outcome: 'total-too-large' };

export type UnavailableProduct = { productId: string; why: 'unknown' | 'deleted' | 'shop-closed' };

/** Different products in one order. The reservation, stocks and outbox item of this many fit into one transaction. */
export const maxLines = 50;

/** Prices come from our copy of the catalogue, never from the client. Lines of one product become one line. */
export function decidePlacement(command: PlaceOrder, { products, closedLocalIds }: Catalogue): Placement {
  const { orderId, customerId, paymentMethod, placedAt, deadlineMinutes, destination, note, placedBy } = command;
  const quantities = quantityByProduct(command.lines);
  if (quantities.size < 1 || quantities.size > maxLines) return { outcome: 'wrong-line-count', count: quantities.size };

  const lines: OrderLine[] = [];
  const unavailable: UnavailableProduct[] = [];
  for (const [productId, quantity] of quantities) {
    const known = products.get(productId);
    if (known === undefined) unavailable.push({ productId, why: 'unknown' });
    else if (known === 'deleted') unavailable.push({ productId, why: 'deleted' });
    else if (closedLocalIds.has(known.localId)) unavailable.push({ productId, why: 'shop-closed' });
    else lines.push({ productId, localId: known.localId, name: known.name, quantity, unitPrice: known.price });
  }
  if (unavailable.length > 0) return notAvailable(unavailable, placedAt);

  const [currency = '', ...others] = new Set(lines.map(({ unitPrice }) => unitPrice.currency));
  if (others.length > 0) return { outcome: 'mixed-currencies', currencies: [currency, ...others] };
  const amountMinor = lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amountMinor, 0);
  if (!Number.isSafeInteger(amountMinor)) return { outcome: 'total-too-large' };

  const totalAmount = { amountMinor, currency };
  const deadline = new Date(Date.parse(placedAt) + deadlineMinutes * 60_000).toISOString();
  const personal = personalPart({ ...(destination.method === 'delivery' && { shipTo: destination.shipTo }), note });
  const { method } = destination;
  const facts = { orderId, customerId, totalAmount, paymentMethod, method, ...personal, placedAt, deadline };
  const order: PendingOrder = { ...facts, lines, status: 'pending', version: 1, ...(placedBy !== undefined && { placedBy }) };
  const event = eventOf(order, placedAt, { type: 'order.created', data: { ...facts, items: lines } });
  return { outcome: 'placed', change: { order, event } };
}

function notAvailable(products: UnavailableProduct[], placedAt: string): Placement {
  const mayArrive = products.every(({ productId, why }) => why === 'unknown' && mayBeOnItsWay(productId, placedAt));
  return mayArrive
    ? { outcome: 'not-yet-known', missing: products.map(({ productId }) => productId) }
    : { outcome: 'unavailable-products', products };
}

/** In the order in which the products are first named. */
function quantityByProduct(lines: readonly DraftLine[]): Map<string, number> {
  const quantities = new Map<string, number>();
  for (const { productId, quantity } of lines) quantities.set(productId, (quantities.get(productId) ?? 0) + quantity);
  return quantities;
}

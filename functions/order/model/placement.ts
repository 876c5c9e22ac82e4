import type { Money, OrderLine, PaymentMethod } from '../../../generated/shared.ts';
import { mayBeOnItsWay } from '../../shared/ids.ts';
import { eventOf, type OrderChange, type PendingOrder } from './order.ts';

export type DraftLine = { productId: string; quantity: number };
/** Our copy of a product in the catalogue. */
export type CataloguePrice = { productId: string; localId: string; name: string; price: Money };

export type PlaceOrder = {
  orderId: string;
  customerId: string;
  lines: readonly DraftLine[];
  paymentMethod: PaymentMethod;
  placedAt: string;
  /** How long the order may stay pending. */
  deadlineMinutes: number;
};

export type Placement =
  | { outcome: 'placed'; change: OrderChange<PendingOrder> }
  | { outcome: 'wrong-line-count'; count: number }
  /** Some of them cannot exist: `missing` are all that have no price here. */
  | { outcome: 'unknown-products'; missing: string[] }
  /** All that have no price here may have been published a moment ago. */
  | { outcome: 'not-yet-known'; missing: string[] }
  | { outcome: 'mixed-currencies'; currencies: string[] }
  /** The total would not be an exact integer. */
  | { outcome: 'total-too-large' };

/** Different products in one order. The reservation, stocks and outbox item of this many fit into one transaction. */
export const maxLines = 50;

/** Prices come from our copy of the catalogue, never from the client. Lines of one product become one line. */
export function decidePlacement(command: PlaceOrder, prices: ReadonlyMap<string, CataloguePrice>): Placement {
  const { orderId, customerId, paymentMethod, placedAt, deadlineMinutes } = command;
  const quantities = quantityByProduct(command.lines);
  if (quantities.size < 1 || quantities.size > maxLines) return { outcome: 'wrong-line-count', count: quantities.size };

  const lines: OrderLine[] = [];
  const missing: string[] = [];
  for (const [productId, quantity] of quantities) {
    const known = prices.get(productId);
    if (known === undefined) missing.push(productId);
    else lines.push({ productId, localId: known.localId, name: known.name, quantity, unitPrice: known.price });
  }
  if (missing.length > 0) {
    const mayArrive = missing.every((productId) => mayBeOnItsWay(productId, placedAt));
    return { outcome: mayArrive ? 'not-yet-known' : 'unknown-products', missing };
  }

  const [currency = '', ...others] = new Set(lines.map(({ unitPrice }) => unitPrice.currency));
  if (others.length > 0) return { outcome: 'mixed-currencies', currencies: [currency, ...others] };
  const amountMinor = lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amountMinor, 0);
  if (!Number.isSafeInteger(amountMinor)) return { outcome: 'total-too-large' };

  const totalAmount = { amountMinor, currency };
  const deadline = new Date(Date.parse(placedAt) + deadlineMinutes * 60_000).toISOString();
  const facts = { orderId, customerId, totalAmount, paymentMethod, placedAt, deadline };
  const order: PendingOrder = { ...facts, lines, status: 'pending', version: 1 };
  const event = eventOf(order, placedAt, { type: 'order.created', data: { ...facts, items: lines } });
  return { outcome: 'placed', change: { order, event } };
}

/** In the order in which the products are first named. */
function quantityByProduct(lines: readonly DraftLine[]): Map<string, number> {
  const quantities = new Map<string, number>();
  for (const { productId, quantity } of lines) quantities.set(productId, (quantities.get(productId) ?? 0) + quantity);
  return quantities;
}

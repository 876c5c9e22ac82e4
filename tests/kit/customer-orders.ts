import { handler } from '../../functions/customer/consumer.ts';
import type { Item } from '../../functions/shared/store/dynamo.ts';
import type { Money } from '../../generated/shared.ts';
import { nerea } from './customers.ts';
import { anEvent, at, deliver } from './invoke.ts';

/** An order of the customer, and the delivery of each event about it to the customer domain; each time under a new event id. */
export function orderOf(orderId: string, totalAmount: Money = { amountMinor: 1250, currency: 'EUR' }) {
  const { customerId } = nerea;
  const facts = { orderId, customerId, totalAmount };
  const line = { productId: orderId, localId: orderId, name: 'Goat cheese', quantity: 1, unitPrice: totalAmount };
  const placed = { ...facts, items: [line], paymentMethod: { token: 'tok_ok' }, placedAt: at, deadline: at };
  const parcel = { parcelId: orderId, localId: orderId, status: 'lost' as const };
  const moved = {
    shipmentId: orderId,
    orderId,
    customerId,
    method: 'delivery' as const,
    ...parcel,
    shipmentStatus: 'lost' as const,
    parcels: [parcel],
    occurredAt: at,
  };
  return {
    created: () => deliver(handler, 'order.created', anEvent('order.created', orderId, placed)),
    cancelled: () =>
      deliver(handler, 'order.cancelled', anEvent('order.cancelled', orderId, { ...facts, reason: 'late', cancelledAt: at })),
    delivered: () =>
      deliver(handler, 'order.delivered', anEvent('order.delivered', orderId, { ...facts, method: 'delivery', deliveredAt: at })),
    moved: (shipmentStatus: 'in_transit' | 'lost' | 'returned') =>
      deliver(handler, 'shipping.status.updated', anEvent('shipping.status.updated', orderId, { ...moved, shipmentStatus })),
  };
}

/** The counters of the customer's statistics that are not zero. */
export function countersIn(items: readonly Item[]): Item {
  const { pk: _pk, sk: _sk, organizationId: _organization, ...counters } = items.find(({ sk }) => sk === 'STATISTICS') ?? {};
  return Object.fromEntries(Object.entries(counters).filter(([, count]) => count !== 0));
}

import { type ConfirmedOrder, dueAt, type Order, type PendingOrder } from '../../functions/order/model/order.ts';
import { putDeadline } from '../../functions/order/store/deadline-table.ts';
import type { StoredOrder } from '../../functions/order/store/order-codec.ts';
import { putListRows } from '../../functions/order/store/order-list-table.ts';
import { orders } from '../../functions/order/store/order-table.ts';
import type { Write } from '../../functions/shared/store/write.ts';
import { at, organizationId, trace } from './invoke.ts';

export const orderId = '0193a000-0000-7000-8000-00000000000a';
export const customerId = '0193a000-0000-7000-8000-00000000000b';
export const paymentId = '0193a000-0000-7000-8000-00000000000c';
export const totalAmount = { amountMinor: 2500, currency: 'EUR' };
export const deadline = '2026-11-22T12:00:00.000Z';

const pending: PendingOrder = {
  orderId,
  customerId,
  lines: [
    {
      productId: '0193a000-0000-7000-8000-000000000001',
      localId: '0193a000-0000-7000-8000-0000000000ff',
      name: 'Ham',
      quantity: 2,
      unitPrice: { amountMinor: 1250, currency: 'EUR' },
    },
  ],
  totalAmount,
  paymentMethod: { token: 'tok_ok' },
  method: 'delivery',
  shipTo: { recipient: 'Nerea Ibarra', street: 'Calle Maestra 12', postalCode: '23001', city: 'Jaén', country: 'ES' },
  note: 'Llamen al timbre del segundo',
  placedAt: at,
  deadline,
  version: 1,
  status: 'pending',
};
const confirmed: ConfirmedOrder = { ...pending, status: 'confirmed', paymentId, confirmedAt: at };

const byStatus: Readonly<Record<Order['status'], Order>> = {
  pending,
  confirmed,
  cancelling: {
    ...confirmed,
    status: 'cancelling',
    cancelReason: 'ordered twice',
    cancelRequestedAt: at,
    asked: 1,
    answerDueAt: '2026-11-22T10:05:00.000Z',
  },
  cancelled: { ...pending, status: 'cancelled', cancelReason: 'out-of-stock', cancelledAt: at },
  shipped: { ...confirmed, status: 'shipped', shippedAt: at },
  delivered: { ...confirmed, status: 'delivered', shippedAt: at, deliveredAt: at },
};

/** For unit tests: an order as the table holds it, at version 1 whatever its status. */
export const orderIn = (
  status: Order['status'],
  given: Partial<Pick<Order, 'orderId' | 'customerId' | 'placedAt' | 'lines'>> = {},
): StoredOrder => ({
  ...byStatus[status],
  ...trace,
  ...given,
});

/** Stores an order with its rows in the lists, and with its deadline if it has one. */
export function putOrder(order: StoredOrder, organization = organizationId): Write[] {
  const due = dueAt(order);
  return [
    orders.put(organization, order),
    ...putListRows(organization, order),
    ...(due === undefined ? [] : [putDeadline(organization, { orderId: order.orderId, deadline: due })]),
  ];
}

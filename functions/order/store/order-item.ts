import type { Money, OrderLine } from '../../../generated/shared.ts';
import type { Item, Key } from '../../shared/store/dynamo.ts';
import { fieldsOf, moneyFrom, recordsOf } from '../../shared/store/stored-item.ts';
import type { Order } from '../model/order.ts';

/** The order and its timeline lie in one partition. */
export const orderPartition = (organizationId: string, orderId: string) => `ORG#${organizationId}#ORDER#${orderId}`;

export const orderKey = (organizationId: string, orderId: string): Key => ({
  pk: orderPartition(organizationId, orderId),
  sk: 'ORDER',
});

/** The order of a stored item. @throws {Error} when the item holds a status that no version of this code wrote */
export function orderFrom(item: Item): Order {
  const { status } = item;
  const placed = {
    orderId: String(item.orderId),
    customerId: String(item.customerId),
    lines: recordsOf(item.lines).map(lineFrom),
    totalAmount: moneyFrom(item.totalAmount),
    paymentMethod: { token: String(fieldsOf(item.paymentMethod).token) },
    placedAt: String(item.placedAt),
    deadline: String(item.deadline),
    version: Number(item.version),
  };
  const paid = () => ({ paymentId: String(item.paymentId), confirmedAt: String(item.confirmedAt) });
  switch (status) {
    case 'pending':
      return { ...placed, status };
    case 'confirmed':
    case 'shipped':
    case 'delivered':
      return { ...placed, ...paid(), status };
    case 'cancelling': {
      const cancelRequestedAt = String(item.cancelRequestedAt);
      return { ...placed, ...paid(), status, cancelReason: String(item.cancelReason), cancelRequestedAt };
    }
    case 'cancelled': {
      const cancelled = { cancelReason: String(item.cancelReason), cancelledAt: String(item.cancelledAt) };
      return { ...placed, ...(item.paymentId !== undefined && paid()), status, ...cancelled };
    }
    default:
      throw new Error(`an order cannot be ${String(status)}`);
  }
}

/** What a list says of an order; the index holds no more of it. */
export type OrderSummary = { orderId: string; status: string; totalAmount: Money; placedAt: string };

export const orderSummaryFrom = (item: Item): OrderSummary => ({
  orderId: String(item.orderId),
  status: String(item.status),
  totalAmount: moneyFrom(item.totalAmount),
  placedAt: String(item.placedAt),
});

const lineFrom = (item: Item): OrderLine => ({
  productId: String(item.productId),
  localId: String(item.localId),
  name: String(item.name),
  quantity: Number(item.quantity),
  unitPrice: moneyFrom(item.unitPrice),
});

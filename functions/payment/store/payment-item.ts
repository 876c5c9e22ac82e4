import { moneyFrom, recordsOf } from '../../shared/fields.ts';
import type { Item } from '../../shared/store/dynamo.ts';
import type { Attempt, Payment } from '../model/payment.ts';

/** Reads a payment from its item. @throws {Error} when the item is in no state a payment can be in */
export function paymentFrom(item: Item): Payment {
  const { status } = item;
  const closedAt = String(item.closedAt);
  switch (status) {
    case 'tombstone':
      return { status, orderId: String(item.orderId), closedAt, version: Number(item.version) };
    case 'closed':
      return { ...openedFrom(item), status, closedAt };
    case 'initiated':
      return { ...openedFrom(item), status };
    case 'completed':
      return { ...openedFrom(item), status, completedBy: Number(item.completedBy), completedAt: String(item.completedAt) };
    case 'failed':
      return { ...openedFrom(item), status, retryable: item.retryable === true, reason: String(item.reason) };
    default:
      throw new Error(`a payment cannot be ${String(status)}`);
  }
}

const openedFrom = (item: Item) => ({
  paymentId: String(item.paymentId),
  orderId: String(item.orderId),
  customerId: String(item.customerId),
  amount: moneyFrom(item.amount),
  source: String(item.source),
  attempts: recordsOf(item.attempts).map(attemptFrom),
  taskToken: String(item.taskToken),
  initiatedAt: String(item.initiatedAt),
  version: Number(item.version),
});

function attemptFrom(item: Item): Attempt {
  const { status } = item;
  const attempt = { n: Number(item.n), key: String(item.key) };
  switch (status) {
    case 'intent':
    case 'voided':
    case 'refunded':
      return { ...attempt, status };
    case 'completed':
      return { ...attempt, status, chargeId: String(item.chargeId), transactionId: String(item.transactionId) };
    case 'failed':
      return { ...attempt, status, retryable: item.retryable === true, reason: String(item.reason) };
    default:
      throw new Error(`an attempt cannot be ${String(status)}`);
  }
}

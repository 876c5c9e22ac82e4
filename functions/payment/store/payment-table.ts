import { createHash } from 'node:crypto';
import type { Cause } from '../../shared/cause.ts';
import { type Commit, commit, readDecideCommit, type Write } from '../../shared/store/commit.ts';
import { type Item, type Key, queryItems, readItem } from '../../shared/store/dynamo.ts';
import type { Trace } from '../../shared/trace.ts';
import type { Payment, PaymentChange } from '../model/payment.ts';
import { owedReversals, owesMore } from '../model/reversal.ts';
import { paymentFrom } from './payment-item.ts';

/** A payment and the trace of the order that opened it: what the provider reports belongs to that trace. */
export type StoredPayment = { payment: Payment; trace: Trace };

const paymentKey = (organizationId: string, orderId: string): Key => ({
  pk: `ORG#${organizationId}#PAYMENT#${orderId}`,
  sk: 'PAYMENT',
});
const pointerKey = (organizationId: string, paymentId: string): Key => ({
  pk: `ORG#${organizationId}#PAYMENT_ID#${paymentId}`,
  sk: 'PAYMENT_ID',
});

/** The payment of an order, strongly consistent. */
export async function findPayment(organizationId: string, orderId: string): Promise<StoredPayment | undefined> {
  const item = await readItem(paymentKey(organizationId, orderId));
  return item && { payment: paymentFrom(item), trace: traceFrom(item) };
}

export async function findPaymentById(organizationId: string, paymentId: string): Promise<Payment | undefined> {
  const pointer = await readItem(pointerKey(organizationId, paymentId));
  return pointer && (await findPayment(organizationId, String(pointer.orderId)))?.payment;
}

/**
 * Reads the payment of an order, decides and stores what was decided; again when another writer came between.
 * @throws {ContendedError} when others came first each time
 */
export function changePayment<R>(
  orderId: string,
  cause: Cause,
  decide: (stored: Payment | undefined) => { result: R; change?: PaymentChange | undefined },
): Promise<R> {
  return readDecideCommit(async () => {
    const stored = await findPayment(cause.organizationId, orderId);
    const { result, change } = decide(stored?.payment);
    return change ? { result, commit: paymentCommit(cause, stored, change) } : { result };
  });
}

/** The payment, its events and the mark of what it owes back, in one transaction that holds if nobody wrote since `stored`. */
export function paymentCommit(cause: Cause, stored: StoredPayment | undefined, { payment, events }: PaymentChange): Commit {
  const { organizationId } = cause;
  return {
    cause,
    writes: [
      putPayment(organizationId, payment, stored?.trace ?? cause),
      ...(stored === undefined ? putPointer(organizationId, payment) : []),
      ...markOwed(cause, stored?.payment, payment),
    ],
    publish: events,
  };
}

function putPayment(organizationId: string, payment: Payment, { correlationId, traceparent }: Trace): Write {
  const Item = { ...paymentKey(organizationId, payment.orderId), organizationId, correlationId, traceparent, ...payment };
  if (payment.version === 1) return { Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } };
  return {
    Put: { Item, ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': payment.version - 1 } },
  };
}

function putPointer(organizationId: string, payment: Payment): Write[] {
  if (payment.status === 'tombstone') return [];
  const { paymentId, orderId } = payment;
  return [
    { Put: { Item: { ...pointerKey(organizationId, paymentId), orderId }, ConditionExpression: 'attribute_not_exists(pk)' } },
  ];
}

/** Marks of owed reversals stand in these partitions, so that the job finds them without a scan or an index that lags. */
export const owedShards = 4;
const owedKey = (orderId: string): Key => ({ pk: owedPartition(shardOf(orderId)), sk: orderId });
const owedPartition = (shard: number) => `REVERSAL#${shard}`;
const shardOf = (orderId: string) => createHash('sha256').update(orderId).digest().readUInt8(0) % owedShards;

function markOwed(cause: Cause, before: Payment | undefined, after: Payment): Write[] {
  if (owesMore(before, after)) {
    const { organizationId, correlationId, traceparent } = cause;
    const owedSince = new Date().toISOString();
    return [{ Put: { Item: { ...owedKey(after.orderId), organizationId, correlationId, traceparent, owedSince } } }];
  }
  const isSettled = owedReversals(before).length > 0 && owedReversals(after).length === 0;
  return isSettled ? [{ Delete: { Key: owedKey(after.orderId) } }] : [];
}

/** An order whose payment owes something back, since `owedSince`, because of what `trace` tells. Refused, it is asked for less often. */
export type OwedPayment = {
  organizationId: string;
  orderId: string;
  owedSince: string;
  notBefore: string | undefined;
  trace: Trace;
};

/** One page of a partition of marks, 0 … `owedShards` - 1; the oldest orders first. */
export async function findOwedPayments(shard: number, limit: number, cursor?: string) {
  const { items, nextCursor } = await queryItems({ pk: owedPartition(shard), limit, ...(cursor !== undefined && { cursor }) });
  return { owed: items.map(owedFrom), nextCursor };
}

/** Lets a reversal rest that was refused. One settled meanwhile stays settled; one that comes to owe more is asked for at once. */
export async function restOwedPayment(orderId: string, notBefore: string, cause: Cause): Promise<void> {
  const rest: Write = {
    Update: {
      Key: owedKey(orderId),
      UpdateExpression: 'SET notBefore = :notBefore',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':notBefore': notBefore },
    },
  };
  await commit({ cause, writes: [rest] });
}

const owedFrom = (item: Item): OwedPayment => ({
  organizationId: String(item.organizationId),
  orderId: String(item.sk),
  owedSince: String(item.owedSince),
  notBefore: item.notBefore === undefined ? undefined : String(item.notBefore),
  trace: traceFrom(item),
});

const traceFrom = (item: Item): Trace => ({ correlationId: String(item.correlationId), traceparent: String(item.traceparent) });

import { createHash } from 'node:crypto';
import { optional, record, text } from '../../shared/store/codec.ts';
import { type Key, queryItems } from '../../shared/store/dynamo.ts';
import type { Write } from '../../shared/store/write.ts';
import type { Trace } from '../../shared/trace.ts';
import { traceFields } from './payment-codec.ts';

/** An order whose payment has charges to reverse, with the trace of the request by which they came to be owed. */
export type OwedPayment = Trace & {
  organizationId: string;
  orderId: string;
  owedSince: string;
  /** Not tried before this moment, ISO 8601 UTC. */
  notBefore?: string;
};

/** The marks are spread over this many partitions, so that the job finds them without a scan or an index that lags. */
export const owedShards = 4;

const owedPartition = (shard: number) => `REVERSAL#${shard}`;
const owedKey = (orderId: string): Key => ({
  pk: owedPartition(createHash('sha256').update(orderId).digest().readUInt8(0) % owedShards),
  sk: orderId,
});

/** Written in the transaction in which the payment comes to owe more, and deleted in the one in which it owes nothing more. */
export const putOwed = (owed: OwedPayment): Write => ({ Put: { Item: { ...owedKey(owed.orderId), ...owed } } });

export const deleteOwed = (orderId: string): Write => ({ Delete: { Key: owedKey(orderId) } });

/** Puts off a reversal that was refused. One that was settled meanwhile stays settled: the condition fails. */
export const postponeOwed = (orderId: string, notBefore: string): Write => ({
  Update: {
    Key: owedKey(orderId),
    UpdateExpression: 'SET notBefore = :notBefore',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':notBefore': notBefore },
  },
});

const owedCodec = record<OwedPayment>({
  ...traceFields,
  organizationId: text,
  orderId: text,
  owedSince: text,
  notBefore: optional(text),
});

/** A page of the marks of one shard, in the order of their order ids. */
export async function findOwedPayments(
  shard: number,
  page: { limit: number; cursor?: string },
): Promise<{ items: OwedPayment[]; nextCursor?: string }> {
  const pk = owedPartition(shard);
  const { items, ...next } = await queryItems({ pk, ...page });
  return { items: items.map((item) => owedCodec(item, pk)), ...next };
}

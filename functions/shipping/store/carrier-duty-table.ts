import { createHash } from 'node:crypto';
import { optional, record, text } from '../../shared/store/codec.ts';
import { type Key, queryItems } from '../../shared/store/dynamo.ts';
import type { Write } from '../../shared/store/write.ts';
import type { Trace } from '../../shared/trace.ts';
import { traceFields } from './shipment-codec.ts';

/** A shipment with something that the carrier has not been told yet, and the trace of the request that placed its order. */
export type CarrierDuty = Trace & {
  organizationId: string;
  orderId: string;
  since: string;
  /** Not tried by the job before this moment, ISO 8601 UTC. */
  notBefore?: string;
};

/** The marks are spread over this many partitions, so that the job finds them without a scan or an index that lags. */
export const dutyShards = 4;

const dutyPartition = (shard: number) => `CARRIER_DUTY#${shard}`;
const dutyKey = (orderId: string): Key => ({
  pk: dutyPartition(createHash('sha256').update(orderId).digest().readUInt8(0) % dutyShards),
  sk: orderId,
});

/** Written in the transaction in which a shipment comes to owe more, and deleted in the one in which it owes nothing more. */
export const putDuty = (duty: CarrierDuty): Write => ({ Put: { Item: { ...dutyKey(duty.orderId), ...duty } } });

export const deleteDuty = (orderId: string): Write => ({ Delete: { Key: dutyKey(orderId) } });

/** Puts a duty off. One that was settled meanwhile stays settled: the condition fails. */
export const postponeDuty = (orderId: string, notBefore: string): Write => ({
  Update: {
    Key: dutyKey(orderId),
    UpdateExpression: 'SET notBefore = :notBefore',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':notBefore': notBefore },
  },
});

const dutyCodec = record<CarrierDuty>({
  ...traceFields,
  organizationId: text,
  orderId: text,
  since: text,
  notBefore: optional(text),
});

/** A page of the marks of one shard, in the order of their order ids, strongly consistent. */
export async function findDuties(
  shard: number,
  page: { limit: number; cursor?: string },
): Promise<{ items: CarrierDuty[]; nextCursor?: string }> {
  const pk = dutyPartition(shard);
  const { items, ...next } = await queryItems({ pk, ...page });
  return { items: items.map((item) => dutyCodec(item, pk)), ...next };
}

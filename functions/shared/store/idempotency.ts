import { createHash, createHmac } from 'node:crypto';
import { mapOf, number, record, text } from './codec.ts';
import { type Item, type Key, readItem } from './dynamo.ts';
import type { Write } from './write.ts';

/** The response of the first request with a key, as it was sent. */
export type StoredResponse = { status: number; headers: Record<string, string>; body: string };

/** Which operation a key stands for: the record's key, and a hash of what was asked. */
export type IdempotentOperation = { recordKey: string; operationHash: string };
export type IdempotencyRecord = IdempotentOperation & { response: StoredResponse };

/** How long a repeated key gets its first response again. Checked by code, since TTL deletes late. */
const recordLifeMs = 24 * 3600 * 1000;
const keyPattern = /^[A-Za-z0-9_-]{8,128}$/;

export const isIdempotencyKey = (text: string) => keyPattern.test(text);

/** The key is the client's choice and never a global id, so organization, user and route are hashed with it. */
export const recordKeyOf = (parts: { organizationId: string; userId: string; route: string; key: string }): string =>
  sha256([parts.organizationId, parts.userId, parts.route, parts.key].join('\n'));

/**
 * One hash over the path parameters and the body: the same key for another product is another operation. It is keyed by the
 * Idempotency-Key, which is not stored, so that a stolen table does not help to guess a password in a body.
 */
export const operationHashOf = (key: string, params: Readonly<Record<string, string | undefined>>, rawBody: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([Object.entries(params).sort(), rawBody]))
    .digest('hex');

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const itemKey = (recordKey: string): Key => ({ pk: `IDEMPOTENCY#${recordKey}`, sk: 'IDEMPOTENCY' });

/** Stores a record where there is none; one that has expired but was not deleted yet is replaced. */
export function putRecord({ recordKey, operationHash, response }: IdempotencyRecord, now: Date): Write {
  const validUntilMs = now.getTime() + recordLifeMs;
  const Item: Key & Item = {
    ...itemKey(recordKey),
    operationHash,
    response,
    validUntilMs,
    expiresAt: Math.ceil(validUntilMs / 1000),
  };
  return {
    Put: {
      Item,
      ConditionExpression: 'attribute_not_exists(pk) OR validUntilMs <= :now',
      ExpressionAttributeValues: { ':now': now.getTime() },
    },
  };
}

/** What an earlier request with this key was answered, if that is still valid. */
export async function findRecord(recordKey: string, nowMs: number): Promise<IdempotencyRecord | undefined> {
  const item = await readItem(itemKey(recordKey));
  if (item === undefined || Number(item.validUntilMs) <= nowMs) return undefined;
  return { recordKey, operationHash: String(item.operationHash), response: storedResponse(item.response, 'response') };
}

const storedResponse = record<StoredResponse>({ status: number, headers: mapOf(text), body: text });

import { createHash } from 'node:crypto';
import type { Answer } from '../rest/answer.ts';
import { type Item, readItem } from './dynamo.ts';

/** How long a repeated key gets its first answer again. Checked by code: TTL deletes late. */
export const idempotencyLifeMs = 24 * 3600 * 1000;
const keyPattern = /^[A-Za-z0-9_-]{8,128}$/;

export const isIdempotencyKey = (text: string) => keyPattern.test(text);

/** The record's key: the client's own key is never a global id, so organization, user and route go into the hash. */
export function recordKeyOf(parts: { organizationId: string; userId: string; route: string; key: string }): string {
  return sha256([parts.organizationId, parts.userId, parts.route, parts.key].join('\n'));
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export const idempotencyItemKey = (recordKey: string) => ({ pk: `IDEMPOTENCY#${recordKey}`, sk: 'IDEMPOTENCY' });

/** The record stored in the operation's own transaction: the answer's bytes, and what the body was. */
export function idempotencyItem(record: { recordKey: string; bodyHash: string }, answer: Answer, atMs: number): Item {
  return {
    ...idempotencyItemKey(record.recordKey),
    bodyHash: record.bodyHash,
    status: answer.status,
    answerHeaders: answer.headers ?? {},
    answerBody: JSON.stringify(answer.body),
    validUntilMs: atMs + idempotencyLifeMs,
    expiresAt: Math.ceil((atMs + idempotencyLifeMs) / 1000),
  };
}

export type StoredAnswer = { bodyHash: string; status: number; headers: Record<string, string>; body: string };

/** The answer an earlier request with this key got, if it still holds. */
export async function readStoredAnswer(recordKey: string, nowMs: number): Promise<StoredAnswer | undefined> {
  const item = await readItem(idempotencyItemKey(recordKey));
  if (item === undefined || Number(item.validUntilMs) <= nowMs) return undefined;
  return {
    bodyHash: String(item.bodyHash),
    status: Number(item.status),
    headers: Object.fromEntries(Object.entries(item.answerHeaders ?? {}).map(([name, value]) => [name, String(value)])),
    body: String(item.answerBody),
  };
}

import type { Key } from '../shared/dynamo.ts';
import { maxEventBytes, type OutboxItem } from '../shared/outbox.ts';

/** SQS takes 256 KB a message. */
const maxPoisonLength = 200_000;

export type OutboxRead =
  | { outcome: 'outbox'; item: OutboxItem; correlationId: string | undefined }
  /** No retry can publish it. `text` is what stood there, for the dead-letter queue. */
  | { outcome: 'poison'; key: Key | undefined; cause: string; text: string };

/** Reads an outbox item; the relay trusts nothing in the table, since one bad item must not stop the stream. */
export function readOutboxItem(image: Record<string, unknown>): OutboxRead {
  const { pk, sk, events } = image;
  const key = typeof pk === 'string' && typeof sk === 'string' ? { pk, sk } : undefined;
  const poison = (cause: string): OutboxRead => ({
    outcome: 'poison',
    key,
    cause,
    text: JSON.stringify(image).slice(0, maxPoisonLength),
  });
  if (key === undefined || !Array.isArray(events)) return poison('not an outbox item: pk, sk or events missing');
  if (!events.every(isOutboxEvent)) return poison('an outbox event lacks its detail-type or its detail');
  const oversize = events.find(({ detail }) => Buffer.byteLength(detail) > maxEventBytes);
  if (oversize) return poison(`${oversize.detailType} is over ${maxEventBytes} bytes`);
  const malformed = events.find(({ detail }) => !isJsonObject(detail));
  if (malformed) return poison(`${malformed.detailType} is not JSON`);
  const correlationId = /"correlationId":"([A-Za-z0-9_-]{8,64})"/.exec(events[0]?.detail ?? '')?.[1];
  return { outcome: 'outbox', item: { ...key, events }, correlationId };
}

const isOutboxEvent = (value: unknown): value is OutboxItem['events'][number] =>
  typeof value === 'object' &&
  value !== null &&
  'detailType' in value &&
  typeof value.detailType === 'string' &&
  'detail' in value &&
  typeof value.detail === 'string';

function isJsonObject(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}

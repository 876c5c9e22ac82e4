import { maxEventBytes, type OutboxEvent } from '../../../shared/events/outbox.ts';
import type { Key } from '../../../shared/store/dynamo.ts';

/** What no retry can publish: why, and what stood there. */
export type Poison = { cause: string; text: string };
export type OutboxRead = { key: Key | undefined; events: OutboxEvent[]; poison: Poison[]; correlationId: string | undefined };

/** Reads an outbox item, event by event: the relay trusts nothing in the table, and one bad event must not hold up the others. */
export function readOutboxItem(image: Record<string, unknown>): OutboxRead {
  const { pk, sk, events } = image;
  const key = typeof pk === 'string' && typeof sk === 'string' ? { pk, sk } : undefined;
  if (!Array.isArray(events) || events.length === 0) {
    return {
      key,
      events: [],
      poison: [{ cause: 'not an outbox item: it holds no events', text: textOf(image) }],
      correlationId: undefined,
    };
  }
  const read = events.map(readEvent);
  const good = read.flatMap((one) => ('event' in one ? [one.event] : []));
  return {
    key,
    events: good,
    poison: read.flatMap((one) => ('event' in one ? [] : [one])),
    correlationId: /"correlationId":"([A-Za-z0-9_-]{8,64})"/.exec(good[0]?.detail ?? '')?.[1],
  };
}

function readEvent(event: unknown): { event: OutboxEvent } | Poison {
  const text = textOf(event);
  if (!isOutboxEvent(event)) return { cause: 'an outbox event lacks its detail-type or its detail', text };
  const { detailType, detail } = event;
  if (Buffer.byteLength(detail) > maxEventBytes) return { cause: `${detailType} is over ${maxEventBytes} bytes`, text };
  if (!isJsonObject(detail)) return { cause: `${detailType} is not a JSON object`, text };
  return { event: { detailType, detail } };
}

const isOutboxEvent = (value: unknown): value is OutboxEvent =>
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

/** Numbers of DynamoDB may be larger than JSON can say. */
const textOf = (value: unknown) =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)) ?? String(value);

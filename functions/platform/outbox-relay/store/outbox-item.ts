import { maxEventBytes, type OutboxEvent } from '../../../shared/events/outbox.ts';
import { jsonObject } from '../../../shared/input/json-object.ts';
import type { Key } from '../../../shared/store/dynamo.ts';
import { correlationIdIn } from '../../../shared/trace.ts';

/** What no retry can publish: why, and the text that was stored. */
export type Poison = { cause: string; text: string };
export type OutboxRead = { key: Key | undefined; events: OutboxEvent[]; poison: Poison[]; correlationId: string | undefined };

/** Younger items belong to the stream. It gets this long to publish them before the sweep does. */
export const sweepAfterMs = 2 * 60 * 1000;
/** PutEvents takes no longer detail-type (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html). */
const maxDetailTypeLength = 128;

/** Reads an outbox item event by event. The relay trusts nothing in the table, and one bad event must not hold up the others. */
export function readOutboxItem(image: Record<string, unknown>): OutboxRead {
  const { pk, sk, events } = image;
  const key = typeof pk === 'string' && typeof sk === 'string' ? { pk, sk } : undefined;
  if (!Array.isArray(events) || events.length === 0) {
    const poison = { cause: 'not an outbox item: it holds no events', text: textOf(image) };
    return { key, events: [], poison: [poison], correlationId: undefined };
  }
  const read = events.map(readEvent);
  const good = read.flatMap((one) => ('event' in one ? [one.event] : []));
  return {
    key,
    events: good,
    poison: read.flatMap((one) => ('event' in one ? [] : [one])),
    correlationId: correlationIdIn(good[0]?.detail ?? ''),
  };
}

/**
 * When a commit was made, ISO 8601 UTC: its id is a UUID v7, whose first 48 bits are the milliseconds since 1970. Of any other id the
 * beginning of time, so that its item counts as old.
 */
export function committedAt(commitId: string): string {
  const madeAtMs = Number.parseInt(commitId.replaceAll('-', '').slice(0, 12), 16);
  return new Date(Number.isNaN(madeAtMs) ? 0 : madeAtMs).toISOString();
}

function readEvent(event: unknown): { event: OutboxEvent } | Poison {
  const text = textOf(event);
  if (!isOutboxEvent(event)) return { cause: 'an outbox event lacks its detail-type or its detail', text };
  const { detailType, detail } = event;
  if (detailType.length < 1 || detailType.length > maxDetailTypeLength) {
    return { cause: `a detail-type takes 1 to ${maxDetailTypeLength} characters`, text };
  }
  if (Buffer.byteLength(detail) > maxEventBytes) return { cause: `${detailType} is over ${maxEventBytes} bytes`, text };
  if (jsonObject(detail) === undefined) return { cause: `${detailType} is not a JSON object`, text };
  return { event: { detailType, detail } };
}

const isOutboxEvent = (value: unknown): value is OutboxEvent =>
  typeof value === 'object' &&
  value !== null &&
  'detailType' in value &&
  typeof value.detailType === 'string' &&
  'detail' in value &&
  typeof value.detail === 'string';

/** JSON has no large integers, and DynamoDB does. */
const textOf = (value: unknown) =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)) ?? String(value);

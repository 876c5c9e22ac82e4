import { describe, expect, it } from 'vitest';
import { maxEventBytes } from '../../../shared/events/outbox.ts';
import { newId } from '../../../shared/ids.ts';
import { committedAt, readOutboxItem } from './outbox-item.ts';

const good = { detailType: 'order.created', detail: JSON.stringify({ metadata: { correlationId: 'request-12345' } }) };
const key = { pk: 'OUTBOX#3', sk: '0198c0de-0000-7000-8000-000000000000' };

describe('readOutboxItem', () => {
  it('reads what commit wrote', () => {
    expect(readOutboxItem({ ...key, events: [good] })).toEqual({
      key,
      events: [good],
      poison: [],
      correlationId: 'request-12345',
    });
  });

  it('calls poison, by its cause, what no retry could publish', () => {
    const causeOf = (...events: unknown[]) => readOutboxItem({ ...key, events }).poison[0]?.cause;
    expect(causeOf()).toContain('holds no events');
    expect(causeOf({ detailType: 'order.created' })).toContain('lacks its detail-type or its detail');
    expect(causeOf({ detailType: 'order.created', detail: '{"a":' })).toContain('is not a JSON object');
    expect(causeOf({ detailType: '', detail: '{}' })).toContain('1 to 128 characters');
    expect(causeOf({ detailType: 'x'.repeat(129), detail: '{}' })).toContain('1 to 128 characters');
    expect(causeOf({ detailType: 'order.created', detail: `"${'x'.repeat(maxEventBytes)}"` })).toContain('is over');
  });

  it('keeps the good events of an item that holds a bad one', () => {
    const { events, poison } = readOutboxItem({ ...key, events: [good, { detailType: 'order.created', detail: 'x' }, good] });
    expect(events).toEqual([good, good]);
    expect(poison).toHaveLength(1);
  });

  it('takes an item that holds no events for poison as a whole', () => {
    expect(readOutboxItem({ pk: 'OUTBOX#3', n: 1n })).toMatchObject({
      key: undefined,
      poison: [{ text: '{"pk":"OUTBOX#3","n":"1"}' }],
    });
  });
});

describe('committedAt', () => {
  it('reads the time from the commit id', () => {
    expect(committedAt(newId('2026-11-22T10:00:00.123Z'))).toBe('2026-11-22T10:00:00.123Z');
  });

  it('takes any other id for an old one', () => {
    expect(committedAt('no id')).toBe('1970-01-01T00:00:00.000Z');
  });
});

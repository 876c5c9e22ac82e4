import { describe, expect, it } from 'vitest';
import { maxEventBytes } from '../../../shared/events/outbox.ts';
import { readOutboxItem } from './outbox-item.ts';

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
    expect(causeOf({ detailType: 'order.created', detail: `"${'x'.repeat(maxEventBytes)}"` })).toContain('is over');
  });

  it('keeps the good events of an item that holds a bad one', () => {
    const { events, poison } = readOutboxItem({ ...key, events: [good, { detailType: 'order.created', detail: 'x' }, good] });
    expect(events).toEqual([good, good]);
    expect(poison).toHaveLength(1);
  });

  it('buries an item that is none, whole', () => {
    expect(readOutboxItem({ pk: 'OUTBOX#3', n: 1n })).toMatchObject({
      key: undefined,
      poison: [{ text: '{"pk":"OUTBOX#3","n":"1"}' }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { maxEventBytes } from '../shared/outbox.ts';
import { readOutboxItem } from './outbox-item.ts';

const detail = JSON.stringify({ metadata: { correlationId: 'request-12345' } });
const item = { pk: 'OUTBOX#3', sk: '0198c0de-0000-7000-8000-000000000000', events: [{ detailType: 'order.created', detail }] };

describe('readOutboxItem', () => {
  it('reads what commit wrote', () => {
    expect(readOutboxItem(item)).toEqual({ outcome: 'outbox', item, correlationId: 'request-12345' });
  });

  it('calls poison, by its cause, what no retry could publish', () => {
    const causeOf = (image: Record<string, unknown>) => {
      const read = readOutboxItem(image);
      return read.outcome === 'poison' ? read.cause : 'none';
    };
    expect(causeOf({ pk: 'OUTBOX#3', sk: 'x' })).toContain('events missing');
    expect(causeOf({ ...item, events: [{ detailType: 'order.created' }] })).toContain('lacks its detail-type or its detail');
    expect(causeOf({ ...item, events: [{ detailType: 'order.created', detail: '{"a":' }] })).toContain('is not JSON');
    expect(causeOf({ ...item, events: [{ detailType: 'order.created', detail: `"${'x'.repeat(maxEventBytes)}"` }] })).toContain(
      'is over',
    );
  });
});

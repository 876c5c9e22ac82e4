import { describe, expect, it } from 'vitest';
import { timelineTable } from './timeline-table.ts';

const row = (event: string, occurredOn: string, summary = '') => ({ event, eventId: event, occurredOn, summary });

describe('timelineTable', () => {
  it('sorts by time and shows how long each hop took', () => {
    const table = timelineTable([
      row('order.confirmed', '2026-11-22T10:00:01.234Z', 'Order confirmed'),
      row('order.created', '2026-11-22T10:00:00.000Z', 'Order placed'),
      row('inventory.reserved', '2026-11-22T10:00:00.180Z', 'Stock reserved'),
    ]);
    expect(table).toEqual([
      'since order      hop  event               what happened',
      '   +0.000 s           order.created       Order placed',
      '   +0.180 s   180 ms  inventory.reserved  Stock reserved',
      '   +1.234 s  1054 ms  order.confirmed     Order confirmed',
    ]);
  });

  it('is only the header when nothing happened', () => {
    expect(timelineTable([])).toEqual(['since order  hop  event  what happened']);
  });
});

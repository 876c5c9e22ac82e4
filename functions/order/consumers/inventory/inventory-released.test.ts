import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { orderId } from '../../../../tests/kit/stored-order.ts';
import { handler } from '../../consumer.ts';
import { readTimeline } from '../../store/timeline-table.ts';

const table = emptyTable('order');
const lines = [1, 2].map((n) => ({ productId: `0193a000-0000-7000-8000-00000000000${n}`, quantity: 3 }));
const event = anEvent('inventory.released', orderId, { orderId, releases: lines.slice(0, 1) });

describe('onStockReleased', () => {
  it('adds one line to the timeline, however often it is delivered', async () => {
    await deliver(handler, 'inventory.released', event);
    await deliver(handler, 'inventory.released', event);
    expect(await readTimeline(organizationId, orderId)).toEqual([
      { type: 'inventory.released', occurredOn: at, eventId: event.eventId, summary: 'Stock released: 1 product' },
    ]);
    expect(table.published()).toEqual([]);
    expect(table.markers()).toHaveLength(1);
  });
});

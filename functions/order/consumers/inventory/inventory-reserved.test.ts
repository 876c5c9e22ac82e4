import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { orderId } from '../../../../tests/kit/stored-order.ts';
import { handler } from '../../consumer.ts';
import { readTimeline } from '../../store/timeline-table.ts';

const table = emptyTable('order');
const lines = [1, 2].map((n) => ({ productId: `0193a000-0000-7000-8000-00000000000${n}`, quantity: 3 }));
const event = anEvent('inventory.reserved', orderId, { orderId, reservations: lines });

describe('onStockReserved', () => {
  it('adds one line to the timeline, however often it is delivered', async () => {
    await deliver(handler, 'inventory.reserved', event);
    await deliver(handler, 'inventory.reserved', event);
    expect(await readTimeline(organizationId, orderId)).toEqual([
      { type: 'inventory.reserved', occurredOn: at, eventId: event.eventId, summary: 'Stock reserved: 2 products' },
    ]);
    expect(table.published()).toEqual([]);
    expect(table.markers()).toHaveLength(1);
  });
});

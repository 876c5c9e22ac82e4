import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { orderId } from '../../../../tests/kit/stored-order.ts';
import { handler } from '../../consumer.ts';
import { readTimeline } from '../../store/timeline-table.ts';

const table = emptyTable('order');
const short = { productId: '0193a000-0000-7000-8000-000000000001', requestedQuantity: 3, availableQuantity: 2 };
const event = anEvent('inventory.reservation.failed', orderId, { orderId, reason: 'out-of-stock', failedItems: [short] });

describe('onReservationFailed', () => {
  it('adds one line to the timeline, however often it is delivered', async () => {
    await deliver(handler, 'inventory.reservation.failed', event);
    await deliver(handler, 'inventory.reservation.failed', event);
    expect(await readTimeline(organizationId, orderId)).toEqual([
      {
        type: 'inventory.reservation.failed',
        occurredOn: at,
        eventId: event.eventId,
        summary: 'Stock not reserved (out-of-stock): 1 product short',
      },
    ]);
    expect(table.published()).toEqual([]);
    expect(table.markers()).toHaveLength(1);
  });
});

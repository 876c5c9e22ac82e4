import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { created } from '../../../../tests/kit/shipping-events.ts';
import { orderId } from '../../../../tests/kit/stored-order.ts';
import { handler } from '../../consumer.ts';
import { readTimeline } from '../../store/timeline-table.ts';

const table = emptyTable('order');

describe('onShipmentCreated', () => {
  it.each([
    ['delivery', '1 parcel to be delivered by Test Carrier, tracking number TC-0001'],
    ['collection', 'To be collected at 1 shop'],
  ] as const)('shows a %s on the timeline', async (method, summary) => {
    await deliver(handler, 'shipping.created', created(method));
    expect(await readTimeline(organizationId, orderId)).toMatchObject([{ type: 'shipping.created', summary }]);
    expect([table.published(), table.markers().length]).toEqual([[], 1]);
  });
});

import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { delivered } from '../../../../tests/kit/shipping-events.ts';
import { orderId, orderIn, putOrder } from '../../../../tests/kit/stored-order.ts';
import { handler } from '../../consumer.ts';
import { orders } from '../../store/order-table.ts';
import { readTimeline } from '../../store/timeline-table.ts';

const table = emptyTable('order');
const types = () => table.published().map(({ type }) => type);

describe('onShipmentDelivered', () => {
  it('delivers a shipped order, once', async () => {
    table.put(...putOrder(orderIn('shipped')));
    await deliver(handler, 'shipping.delivered', delivered());
    await deliver(handler, 'shipping.delivered', delivered());
    expect(await orders.find(organizationId, orderId)).toMatchObject({ status: 'delivered', version: 2 });
    expect(types()).toEqual(['order.delivered']);
  });

  it.each(['confirmed', 'cancelling'] as const)('performs both steps of a %s order', async (status) => {
    table.put(...putOrder(orderIn(status)));
    await deliver(handler, 'shipping.delivered', delivered('collection'));
    expect(await orders.find(organizationId, orderId)).toMatchObject({ status: 'delivered', version: 2 });
    expect(types()).toEqual(['order.shipped', 'order.delivered']);
    const summaries = (await readTimeline(organizationId, orderId)).map(({ summary }) => summary);
    expect(summaries).toEqual(['Order handed over to the customer', 'Order collected']);
  });
});

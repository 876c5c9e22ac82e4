import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { deliver, organizationId, trace } from '../../../../tests/kit/invoke.ts';
import { moved } from '../../../../tests/kit/shipping-events.ts';
import { orderId, orderIn, putOrder } from '../../../../tests/kit/stored-order.ts';
import { handler } from '../../consumer.ts';
import { orders } from '../../store/order-table.ts';
import { readTimeline } from '../../store/timeline-table.ts';

const table = emptyTable('order');
const statusOf = async () => (await orders.find(organizationId, orderId))?.status;
const summaries = async () => (await readTimeline(organizationId, orderId)).map(({ summary }) => summary);
const types = () => table.published().map(({ type }) => type);

describe('onShipmentStatusUpdated', () => {
  it.each(['confirmed', 'cancelling'] as const)('ships a %s order with its first parcel, once', async (status) => {
    table.put(...putOrder(orderIn(status)));
    const departure = moved('in_transit');
    await deliver(handler, 'shipping.status.updated', departure);
    await deliver(handler, 'shipping.status.updated', departure);
    await deliver(handler, 'shipping.status.updated', moved('out_for_delivery'));
    expect(await statusOf()).toBe('shipped');
    expect(table.published()).toMatchObject([
      { type: 'order.shipped', eventData: { trackingNumber: 'TC-0001' }, metadata: { correlationId: trace.correlationId } },
    ]);
    expect((await summaries()).toSorted()).toEqual([
      'Order shipped by Test Carrier, tracking number TC-0001',
      'Parcel TC-0001 is in transit (Granada)',
      'Parcel TC-0001 is out for delivery (Granada)',
    ]);
    expect(table.items().filter(({ pk }) => String(pk).startsWith('DEADLINE#'))).toEqual([]);
  });

  it('never pulls a delivered order back', async () => {
    table.put(...putOrder(orderIn('delivered')));
    await deliver(handler, 'shipping.status.updated', moved('in_transit'));
    expect([await statusOf(), types()]).toEqual(['delivered', []]);
  });

  it('speaks of no carrier when a parcel was collected', async () => {
    table.put(...putOrder(orderIn('confirmed')));
    await deliver(handler, 'shipping.status.updated', moved('delivered', 'collection'));
    expect(types()).toEqual(['order.shipped']);
    expect((await summaries()).toSorted()).toEqual([
      'Handed over to the customer at a shop',
      'Order handed over to the customer',
    ]);
    expect(JSON.stringify(table.published())).not.toMatch(/carrier|tracking/i);
  });

  it('leaves an order alone whose parcels have not moved', async () => {
    table.put(...putOrder(orderIn('confirmed')));
    await deliver(handler, 'shipping.status.updated', moved('created'));
    expect([await statusOf(), await summaries()]).toEqual(['confirmed', []]);
  });
});

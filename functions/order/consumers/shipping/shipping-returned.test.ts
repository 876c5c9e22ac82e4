import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { ended, shipmentId } from '../../../../tests/kit/shipping-events.ts';
import { orderId, orderIn, putOrder } from '../../../../tests/kit/stored-order.ts';
import { handler } from '../../consumer.ts';
import { orders } from '../../store/order-table.ts';
import { readTimeline } from '../../store/timeline-table.ts';

const table = emptyTable('order');

describe('onShipmentReturned', () => {
  it('adds a line to the timeline; the order stays shipped', async () => {
    table.put(...putOrder(orderIn('shipped')));
    await deliver(handler, 'shipping.returned', anEvent('shipping.returned', shipmentId, ended));
    expect(await readTimeline(organizationId, orderId)).toMatchObject([{ summary: 'Parcel TC-0001 was returned to its shop' }]);
    expect(await orders.find(organizationId, orderId)).toMatchObject({ status: 'shipped', version: 1 });
    expect(table.published()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { shipments } from '../store/shipment-table.ts';

const table = emptyTable('shipping');
const orderId = '0193a000-0000-7000-8000-00000000000a';
const shipmentId = '0193a000-0000-7000-8000-0000000000dd';
const deliverRequest = () =>
  deliver(
    handler,
    'order.cancellation.requested',
    anEvent('order.cancellation.requested', orderId, {
      orderId,
      customerId: '0193a000-0000-7000-8000-00000000000b',
      totalAmount: { amountMinor: 900, currency: 'EUR' },
      requestedAt: at,
      reason: 'ordered twice',
    }),
  );

describe('onOrderCancellationRequested', () => {
  it('agrees when nothing has left, and leaves a tombstone', async () => {
    await deliverRequest();
    const shipment = await shipments.find(organizationId, orderId);
    expect(shipment).toMatchObject({ orderId, version: 1, status: 'cancelled' });
    expect(table.published()).toMatchObject([
      { type: 'shipping.cancelled', eventData: { orderId, shipmentId: shipment?.shipmentId, reason: 'ordered twice' } },
    ]);
    expect(table.markers()).toHaveLength(1);
  });

  it('agrees once, whichever event asks', async () => {
    await deliverRequest();
    await deliverRequest();
    expect(table.published()).toHaveLength(1);
  });

  it('refuses when the parcel has left', async () => {
    table.put(shipments.put(organizationId, { shipmentId, orderId, version: 1, status: 'in_transit' }));
    await deliverRequest();
    expect(await shipments.find(organizationId, orderId)).toMatchObject({ status: 'in_transit' });
    expect(table.published()).toEqual([]);
  });
});

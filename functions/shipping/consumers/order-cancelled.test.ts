import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { shipments } from '../store/shipment-table.ts';

const table = emptyTable('shipping');
const orderId = '0193a000-0000-7000-8000-00000000000a';
const shipmentId = '0193a000-0000-7000-8000-0000000000dd';
const deliverCancelled = () =>
  deliver(
    handler,
    'order.cancelled',
    anEvent('order.cancelled', orderId, {
      orderId,
      customerId: '0193a000-0000-7000-8000-00000000000b',
      totalAmount: { amountMinor: 900, currency: 'EUR' },
      reason: 'out-of-stock',
      cancelledAt: at,
    }),
  );

describe('onOrderCancelled', () => {
  it('leaves a tombstone and publishes nothing', async () => {
    await deliverCancelled();
    expect(await shipments.find(organizationId, orderId)).toMatchObject({ orderId, version: 1, status: 'cancelled' });
    expect(table.published()).toEqual([]);
    expect(table.markers()).toHaveLength(1);
  });

  it.each(['cancelled', 'in_transit'] as const)('leaves a shipment that is %s as it is', async (status) => {
    table.put(shipments.put(organizationId, { shipmentId, orderId, version: 1, status }));
    await deliverCancelled();
    expect(await shipments.find(organizationId, orderId)).toEqual({ shipmentId, orderId, version: 1, status });
  });
});

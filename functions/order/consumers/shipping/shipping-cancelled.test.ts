import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { orderId, orderIn, putOrder } from '../../../../tests/kit/stored-order.ts';
import { handler } from '../../consumer.ts';
import { orders } from '../../store/order-table.ts';
import { readTimeline } from '../../store/timeline-table.ts';

const table = emptyTable('order');
const shipmentId = '0193a000-0000-7000-8000-0000000000dd';
const event = anEvent('shipping.cancelled', shipmentId, { orderId, shipmentId, reason: 'nothing was sent' });
const deliverCancelled = () => deliver(handler, 'shipping.cancelled', event);
const summaries = async () => (await readTimeline(organizationId, orderId)).map(({ summary }) => summary).sort();

describe('onShipmentCancelled', () => {
  it('cancels the order that waits for the shipment, for the reason that its customer gave', async () => {
    table.put(...putOrder(orderIn('cancelling')));
    await deliverCancelled();
    await deliverCancelled();
    expect(await orders.find(organizationId, orderId)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'ordered twice',
      version: 2,
    });
    expect(table.published()).toMatchObject([{ type: 'order.cancelled', eventData: { reason: 'ordered twice' } }]);
    expect(await summaries()).toEqual(['Order cancelled: ordered twice', 'Shipment cancelled: nothing was sent']);
  });

  it.each(['pending', 'confirmed', 'cancelled', 'shipped', 'delivered'] as const)(
    'only adds a line to the timeline of a %s order',
    async (status) => {
      table.put(...putOrder(orderIn(status)));
      await deliverCancelled();
      expect(await orders.find(organizationId, orderId)).toMatchObject({ status, version: 1 });
      expect(await summaries()).toEqual(['Shipment cancelled: nothing was sent']);
      expect(table.published()).toEqual([]);
    },
  );
});

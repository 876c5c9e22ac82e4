import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { at, organizationId, trace } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { customerId, orderId, orderIn, putOrder } from '../../../tests/kit/stored-order.ts';
import { handler } from '../rest.ts';
import { putTimelineEntry } from '../store/timeline-table.ts';

const table = emptyTable('order');
const customer = newCaller({ userId: customerId, organizationId, permissions: ['order:read'] });
const get = (caller = customer) => send(handler, 'GET /orders/{orderId}/timeline', { params: { orderId }, caller });
const entryOf = (occurredOn: string, summary: string) => ({
  type: 'inventory.reserved',
  occurredOn,
  eventId: `0193a000-0000-7000-8000-${summary.padStart(12, '0')}`,
  summary,
});

describe('getTimeline', () => {
  it('lists what happened, oldest first, with the correlation id of the order', async () => {
    const entries = [entryOf(at, '1'), entryOf('2026-11-22T10:00:01.000Z', '2'), entryOf('2026-11-22T10:00:02.000Z', '3')];
    table.put(...putOrder(orderIn('pending')));
    table.put(...entries.toReversed().map((entry) => putTimelineEntry(organizationId, orderId, entry)));
    const { status, body } = await get();
    expect(status).toBe(200);
    expect(body).toEqual({ orderId, status: 'pending', correlationId: trace.correlationId, entries });
  });

  it('shows the staff of a shop that the order went on, without amounts, reasons and what is not theirs', async () => {
    table.put(...putOrder(orderIn('cancelled')));
    const texts = {
      'order.created': 'Order placed: 2 products for €25.00',
      'inventory.reserved': 'Stock reserved: 2 products',
      'payment.failed': 'Payment attempt 1 failed for good: card declined',
      'order.cancelled': 'Order cancelled: payment-declined',
    };
    const entries = Object.entries(texts).map(([type, summary], n) => ({ ...entryOf(at, String(n)), type, summary }));
    table.put(...entries.map((entry) => putTimelineEntry(organizationId, orderId, entry)));
    const localIds = orderIn('cancelled').lines.map(({ localId }) => localId);
    const shopStaff = newCaller({ organizationId, permissions: ['order:read', 'order:read-any'], localIds });
    const { body } = await get(shopStaff);
    expect(Object(body).entries).toMatchObject([
      { type: 'order.created', summary: 'Order placed' },
      { type: 'order.cancelled', summary: 'Order cancelled' },
    ]);
    expect(await get(newCaller({ ...shopStaff, permissions: ['order:read', 'order:read-any'], localIds: [] }))).toMatchObject({
      status: 404,
    });
  });

  it('is 404 for another customer', async () => {
    table.put(...putOrder(orderIn('pending')));
    expect(await get(newCaller({ organizationId, permissions: ['order:read'] }))).toMatchObject({ status: 404 });
  });
});

import { describe, expect, it } from 'vitest';
import type { Permission } from '../../../generated/shared.ts';
import { runConsumer } from '../../../tests/kit/event-batch.ts';
import { anEvent, anotherOrganizationId, at, organizationId } from '../../../tests/kit/invoke.ts';
import { asBuyer, customer, notified, ofCustomer, phone } from '../../../tests/kit/notified.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { onOrderCancelled } from '../consumers/orders/order-cancelled.ts';
import { onOrderDelivered } from '../consumers/orders/order-delivered.ts';
import { handler } from '../rest.ts';

notified(asBuyer(customer, { phone, preferences: { language: 'en', channels: ['email', 'sms'] } }));
const { userId: customerId } = customer;
const staff = '0193a000-0000-7000-8000-0000000000ee';
const list = (
  userId: string,
  {
    permissions = [],
    organization = organizationId,
    query = {},
  }: { permissions?: Permission[]; organization?: string; query?: Record<string, string> } = {},
) =>
  send(handler, 'GET /notifications', {
    query: { customerId, ...query },
    caller: newCaller({ organizationId: organization, userId, permissions }),
  });
const cancelled = {
  ...anEvent('order.cancelled', ofCustomer.orderId, { ...ofCustomer, reason: 'out-of-stock', cancelledAt: at }),
  eventId: '0193a000-0000-7000-8000-000000000001',
};
const delivered = {
  ...anEvent('order.delivered', ofCustomer.orderId, { ...ofCustomer, method: 'delivery' as const, deliveredAt: at }),
  eventId: '0193b000-0000-7000-8000-000000000001',
};
const send2 = async () => {
  await runConsumer(onOrderCancelled, cancelled);
  await runConsumer(onOrderDelivered, delivered);
};

describe('listNotifications', () => {
  it('shows customers what was sent to them, newest first, without texts and addresses', async () => {
    await send2();
    const { status, body, rawBody } = await list(customerId);
    expect(status).toBe(200);
    const shown: { cause: string; channel: string; status: string }[] = Object(body).notifications;
    expect(shown.map(({ cause, channel }) => `${cause} ${channel}`)).toEqual([
      'order.delivered sms',
      'order.delivered email',
      'order.cancelled sms',
      'order.cancelled email',
    ]);
    expect(shown[0]).toMatchObject({ status: 'sent', aboutId: ofCustomer.orderId, subject: 'Your order has arrived' });
    for (const secret of [customer.email, phone, 'shop.dev.lonja.example']) expect(rawBody).not.toContain(secret);
  });

  it('pages, and has no cursor on the last page, even when it is full', async () => {
    await send2();
    const first = Object((await list(customerId, { query: { limit: '2' } })).body);
    expect([first.notifications.length, typeof first.nextCursor]).toEqual([2, 'string']);
    const last = Object((await list(customerId, { query: { limit: '2', cursor: first.nextCursor } })).body);
    expect([last.notifications.length, last.nextCursor]).toEqual([2, undefined]);
  });

  it('shows staff who look after customers what was sent to one, and nobody else', async () => {
    await send2();
    expect(await list(staff, { permissions: ['customer:manage'] })).toMatchObject({ status: 200 });
    expect(await list(staff, { permissions: ['order:read-any'] })).toMatchObject({ status: 404 });
    const foreign = { permissions: ['customer:manage' as const], organization: anotherOrganizationId };
    expect(await list(staff, foreign)).toMatchObject({ status: 404 });
  });
});

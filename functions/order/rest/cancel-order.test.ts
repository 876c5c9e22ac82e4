import { describe, expect, it } from 'vitest';
import type { CancelOrder } from '../../../generated/rest/types.ts';
import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { closePaymentStub } from '../../../tests/kit/close-payment.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anotherOrganizationId, at, organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { customerId, orderId, orderIn, paymentId, putOrder } from '../../../tests/kit/stored-order.ts';
import { decideConfirmation } from '../model/order.ts';
import { handler } from '../rest.ts';
import { orderEffects, orders } from '../store/order-table.ts';
import { readTimeline } from '../store/timeline-table.ts';

const table = emptyTable('order');
const payment = closePaymentStub();
const customer = newCaller({ userId: customerId, organizationId, permissions: ['order:cancel'] });
const cancel = (caller = customer, body: CancelOrder = {}) =>
  send(handler, 'POST /orders/{orderId}/cancel', { params: { orderId }, body, caller, receivedAt: at });
const deadlines = () => table.items().filter(({ pk }) => String(pk).startsWith('DEADLINE#'));

describe('cancelOrder', () => {
  it('closes the payment of a pending order before it answers, after the cancellation is committed', async () => {
    table.put(...putOrder(orderIn('pending')));
    let before: unknown;
    payment.onCall = async () => {
      before = await orders.find(organizationId, orderId);
    };
    expect(await cancel()).toMatchObject({ status: 200 });
    expect(before).toMatchObject({ status: 'cancelled' });
    expect(payment.closed).toMatchObject([{ orderId, organizationId, customerId }]);
    const [input] = payment.closed;
    expect(validateSagaOrder(input), JSON.stringify(validateSagaOrder.errors)).toBe(true);
  });

  it('answers although payment is out: its order.cancelled closes the payment', async () => {
    table.put(...putOrder(orderIn('pending')));
    payment.isOut = true;
    expect(await cancel()).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(table.published()).toMatchObject([{ type: 'order.cancelled' }]);
  });

  it.each(['confirmed', 'cancelling', 'cancelled', 'shipped'] as const)('leaves the payment of a %s order', async (status) => {
    table.put(...putOrder(orderIn(status)));
    await cancel();
    expect(payment.closed).toEqual([]);
  });

  it('cancels a pending order at once, with its deadline', async () => {
    table.put(...putOrder(orderIn('pending')));
    const reason: Required<CancelOrder> = { reason: 'ordered twice' };
    expect(await cancel(customer, reason)).toMatchObject({ status: 200, body: { orderId, status: 'cancelled' } });
    expect(await orders.find(organizationId, orderId)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'ordered twice',
      cancelledAt: at,
      version: 2,
    });
    expect(table.published()).toMatchObject([{ type: 'order.cancelled', eventData: reason }]);
    expect(await readTimeline(organizationId, orderId)).toMatchObject([{ summary: 'Order cancelled: ordered twice' }]);
    expect(deadlines()).toEqual([]);
  });

  it('lets the shipment decide on a confirmed order', async () => {
    table.put(...putOrder(orderIn('confirmed')));
    expect(await cancel()).toMatchObject({ status: 202, body: { orderId, status: 'cancelling' } });
    expect(table.published()).toMatchObject([
      { type: 'order.cancellation.requested', eventData: { orderId, reason: 'customer-request' } },
    ]);
  });

  it.each([
    ['cancelling', 202],
    ['cancelled', 200],
  ] as const)('changes nothing of an order that is %s already', async (status, answered) => {
    table.put(...putOrder(orderIn(status)));
    expect(await cancel()).toMatchObject({ status: answered, body: { orderId, status } });
    expect(table.published()).toEqual([]);
    expect(await orders.find(organizationId, orderId)).toMatchObject({ status, version: 1 });
  });

  it.each(['shipped', 'delivered'] as const)('is too late for a %s order', async (status) => {
    table.put(...putOrder(orderIn(status)));
    expect(await cancel()).toMatchObject({ status: 409, body: { type: 'https://lonja.dev/problems/order-shipped' } });
    expect(table.published()).toEqual([]);
  });

  it('decides again when the saga confirms the order in between', async () => {
    table.put(...putOrder(orderIn('pending')));
    const pending = orderIn('pending');
    const { change } = decideConfirmation(pending, { paymentId, at });
    if (change === undefined) throw new Error('a pending order can be confirmed');
    table.beforeNextTransaction(() => table.put(...orderEffects(organizationId, change, pending).writes));
    expect(await cancel()).toMatchObject({ status: 202, body: { status: 'cancelling' } });
    expect(await orders.find(organizationId, orderId)).toMatchObject({ status: 'cancelling', version: 3 });
  });

  it('lets those who manage the organization cancel, and is 404 for everybody else', async () => {
    table.put(...putOrder(orderIn('cancelled')));
    const localIds = orderIn('cancelled').lines.map(({ localId }) => localId);
    const [admin, shopStaff, another, elsewhere] = [
      newCaller({ organizationId, permissions: ['order:cancel', 'order:read-any', 'auth:manage'] }),
      newCaller({ organizationId, permissions: ['order:cancel', 'order:read-any'], localIds }),
      newCaller({ organizationId, permissions: ['order:cancel'] }),
      newCaller({ userId: customerId, organizationId: anotherOrganizationId }),
    ];
    expect(await cancel(admin)).toMatchObject({ status: 200 });
    expect(await cancel(shopStaff)).toMatchObject({ status: 404 });
    expect(await cancel(another)).toMatchObject({ status: 404 });
    expect(await cancel(elsewhere)).toMatchObject({ status: 404 });
  });
});

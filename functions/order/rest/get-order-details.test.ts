import { beforeEach, describe, expect, it } from 'vitest';
import type { Payment, Shipment } from '../../../generated/rest/types.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { at, organizationId } from '../../../tests/kit/invoke.ts';
import { otherApis } from '../../../tests/kit/other-apis.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { customerId, orderId, orderIn, paymentId, putOrder, totalAmount } from '../../../tests/kit/stored-order.ts';
import { handler } from '../rest.ts';
import { putPaymentId } from '../store/payment-id-table.ts';

const table = emptyTable('order');
const apis = otherApis({
  'payment-api': 'PAYMENT_API_FUNCTION_NAME',
  'shipping-api': 'SHIPPING_API_FUNCTION_NAME',
  'inventory-api': 'INVENTORY_API_FUNCTION_NAME',
});
const partOf = { 'payment-api': 'payment', 'shipping-api': 'shipment', 'inventory-api': 'stock' } as const;
const names = ['payment-api', 'shipping-api', 'inventory-api'] as const;
const customer = newCaller({ userId: customerId, organizationId, permissions: ['order:read', 'payment:read'] });
const details = (caller = customer) => send(handler, 'GET /orders/{orderId}/details', { params: { orderId }, caller });
const plain = async (caller = customer) => (await send(handler, 'GET /orders/{orderId}', { params: { orderId }, caller })).body;

const [localId = ''] = orderIn('pending').lines.map((line) => line.localId);
const [productId = ''] = orderIn('pending').lines.map((line) => line.productId);
const payment = {
  ...{ paymentId, orderId, customerId, status: 'completed', attempt: 1, amount: totalAmount },
} satisfies Partial<Payment>;
const parcelOf = (trackingNumber: string) => ({
  parcelId: productId,
  localId,
  status: 'created' as const,
  movedAt: at,
  trackingNumber,
});
const shipment: Shipment = {
  shipmentId: paymentId,
  orderId,
  status: 'created',
  parcels: [parcelOf('LJ-0001'), parcelOf('LJ-0002')],
};
const line = { productId, requested: 1, available: 7, isAvailable: true, isKnown: true, version: 3 };
const stock = [{ productId, available: 7 }];

beforeEach(() => {
  apis.answer('payment-api', { status: 200, body: payment });
  apis.answer('shipping-api', { status: 200, body: { shipments: [shipment] } });
  apis.answer('inventory-api', { status: 200, body: { allAvailable: true, lines: [line] } });
});

describe('getOrderDetails', () => {
  it('shows the order with its payment, shipment and stock, all tracking numbers included', async () => {
    table.put(...putOrder(orderIn('confirmed')));
    const { status, headers, body } = await details();
    expect({ status, etag: headers.ETag }).toEqual({ status: 200, etag: '"1"' });
    expect(body).toEqual({ order: await plain(), payment, shipment, stock, unavailable: [] });
  });

  it('asks on behalf of the caller, within the request’s trace', async () => {
    table.put(...putOrder(orderIn('confirmed')));
    const { headers } = await details();
    expect([...apis.asked.keys()].toSorted()).toEqual(Object.keys(partOf).toSorted());
    for (const input of apis.asked.values()) {
      expect(input).toMatchObject({
        headers: { 'X-Correlation-Id': headers['X-Correlation-Id'] },
        requestContext: { authorizer: { userId: customerId, organizationId, permissions: 'order:read payment:read' } },
      });
    }
    expect(apis.asked.get('shipping-api')).toMatchObject({ queryStringParameters: { orderId } });
    expect(apis.asked.get('payment-api')).toMatchObject({ pathParameters: { paymentId } });
  });

  it.each(names)('names the part of %s when it is out, and answers the rest', async (name) => {
    table.put(...putOrder(orderIn('confirmed')));
    apis.answer(name, 'out');
    const { status, body } = await details();
    const parts = Object.entries({ payment, shipment, stock }).filter(([part]) => part !== partOf[name]);
    expect([status, body]).toEqual([200, { order: await plain(), ...Object.fromEntries(parts), unavailable: [partOf[name]] }]);
  });

  it('answers in time when nothing else does', async () => {
    table.put(...putOrder(orderIn('confirmed')));
    for (const name of names) apis.answer(name, 'silent');
    const startedAt = performance.now();
    expect(await details()).toMatchObject({ status: 200, body: { unavailable: ['payment', 'shipment', 'stock'] } });
    expect(performance.now() - startedAt).toBeLessThan(4500);
  });

  it('leaves out what does not exist or the caller may not see', async () => {
    table.put(...putOrder(orderIn('confirmed')));
    apis.answer('payment-api', { status: 403, body: {} });
    apis.answer('shipping-api', { status: 200, body: { shipments: [] } });
    apis.answer('inventory-api', { status: 404, body: {} });
    expect((await details()).body).toEqual({ order: await plain(), unavailable: [] });
  });

  it('finds the payment of an order that was never confirmed', async () => {
    table.put(...putOrder(orderIn('cancelled')));
    expect((await details()).body).not.toHaveProperty('payment');
    table.put(putPaymentId(organizationId, { orderId, paymentId }));
    expect((await details()).body).toMatchObject({ payment });
  });

  it('shows the staff of a shop their part, without asking for the payment', async () => {
    const [first, ...others] = orderIn('confirmed').lines;
    if (first === undefined) throw new Error('the order has no line');
    const foreign = { ...first, localId: paymentId, productId: paymentId };
    table.put(...putOrder(orderIn('confirmed', { lines: [first, ...others, foreign] })));
    const permissions = ['order:read', 'order:read-any', 'payment:read'] as const;
    const staff = newCaller({ organizationId, permissions, localIds: [localId] });
    const { body } = await details(staff);
    expect(body).toEqual({ order: await plain(staff), shipment, stock, unavailable: [] });
    expect(Object(body).order).not.toHaveProperty('totalAmount');
    expect(apis.asked.has('payment-api')).toBe(false);
    expect(JSON.parse(String(apis.asked.get('inventory-api')?.body))).toEqual({ lines: [{ productId, quantity: 1 }] });
  });

  it('is 404 for whom the order is none of their business, and asks nobody', async () => {
    table.put(...putOrder(orderIn('confirmed')));
    expect(await details(newCaller({ organizationId, permissions: ['order:read', 'order:read-any'] }))).toMatchObject({
      status: 404,
    });
    expect(apis.asked.size).toBe(0);
  });
});

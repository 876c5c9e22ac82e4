import { describe, expect, it } from 'vitest';
import { letterTo } from '../kit/mail.ts';
import { openMarket, readStock } from '../kit/market.ts';
import { auditedTypes, orderEnded, placeOrder, readTimeline } from '../kit/orders.ts';
import { call, succeed } from '../kit/rest.ts';
import { expectSound } from '../kit/sound-market.ts';

describe('an order that goes well', () => {
  it('is reserved, charged, confirmed, told by e-mail and on its timeline', async () => {
    const market = await openMarket({
      products: [
        { initialStock: 10, priceMinor: 450 },
        { initialStock: 4, priceMinor: 1250 },
      ],
    });
    const [cheese, ham] = market.products.map(({ productId }) => productId);
    const lines = [
      { productId: String(cheese), quantity: 2 },
      { productId: String(ham), quantity: 1 },
      { productId: String(cheese), quantity: 1 },
    ];
    const { body: placed, headers, correlationId } = await placeOrder(market, { lines });
    expect(placed).toMatchObject({ status: 'pending', totalAmount: { amountMinor: 3 * 450 + 1250, currency: 'EUR' } });
    expect(headers.get('location')).toBe(`orders/${placed.orderId}`);

    const order = await orderEnded(market, placed.orderId);
    expect(order).toMatchObject({ status: 'confirmed', customerId: market.buyer.userId, totalAmount: placed.totalAmount });
    expect(order.lines.map(({ productId, quantity }) => [productId, quantity])).toEqual([
      [cheese, 3],
      [ham, 1],
    ]);
    expect(await readStock(market, String(cheese))).toMatchObject({ available: 7, reserved: 3, shipped: 0 });

    await auditedTypes(market, correlationId, [
      'order.confirmed',
      'payment.completed',
      'inventory.reserved',
      'notification.sent',
    ]);
    const timeline = await readTimeline(market, placed.orderId);
    expect(timeline.correlationId).toBe(correlationId);
    const types = timeline.entries.map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining([
        'order.created',
        'inventory.reserved',
        'payment.initiated',
        'payment.completed',
        'order.confirmed',
      ]),
    );
    const times = timeline.entries.map(({ occurredOn }) => occurredOn);
    expect(times).toEqual([...times].sort());

    expect((await letterTo(market.buyer.email, /pedido está confirmado/)).text).toContain(correlationId);
    const paymentId = String(order.paymentId);
    const payment = await succeed('GET /payments/{paymentId}', { token: market.buyer.token, params: { paymentId } });
    expect(payment.body).toMatchObject({ orderId: placed.orderId, status: 'completed', attempt: 1, amount: placed.totalAmount });
    await expectSound(market);
  });

  it('is in its customer’s list, page by page, the newest first', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const first = await placeOrder(market);
    const second = await placeOrder(market);
    const own = { token: market.buyer.token, params: { customerId: market.buyer.userId } };
    const newest = await succeed('GET /orders/customer/{customerId}', { ...own, query: { limit: 1 } });
    expect(newest.body.orders.map(({ orderId }) => orderId)).toEqual([second.body.orderId]);
    const next = await succeed('GET /orders/customer/{customerId}', {
      ...own,
      query: { limit: 1, cursor: newest.body.nextCursor ?? '' },
    });
    expect(next.body.orders.map(({ orderId }) => orderId)).toEqual([first.body.orderId]);
    await Promise.all([first, second].map(({ body }) => orderEnded(market, body.orderId)));
    await expectSound(market);
  });

  it('refuses products that the market does not have', async () => {
    const market = await openMarket({ products: [] });
    const stranger = '0193a000-0000-7000-8000-0000000000ff';
    const answer = await call('POST /orders', {
      token: market.buyer.token,
      headers: { 'idempotency-key': 'unknown-product' },
      body: { lines: [{ productId: stranger, quantity: 1 }], paymentMethod: { token: 'tok_ok' } },
    });
    expect(answer).toMatchObject({ status: 422, body: { detail: `products that cannot be ordered: ${stranger}` } });
    await expectSound(market);
  });
});

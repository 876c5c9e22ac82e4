import { describe, expect, it } from 'vitest';
import { eventually } from '../../local/process/eventually.ts';
import { openMarket, readStock } from '../kit/market.ts';
import { oneOfEach, orderBody, orderEnded } from '../kit/orders.ts';
import { type Call, call, newIdempotencyKey, type Operation, type RestAnswer, succeed } from '../kit/rest.ts';
import { expectSound } from '../kit/sound-market.ts';

/** As a client does that is told its first request still runs. */
const whileInFlight = (operation: Operation, options: Call): Promise<RestAnswer> =>
  eventually('an answer other than 409', async () => {
    const answer = await call(operation, options);
    return answer.status !== 409 && answer;
  });

describe.concurrent('one Idempotency-Key', () => {
  it('makes one order of ten requests at once, and answers each with the same bytes', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const { token, userId } = market.buyer;
    const request = { token, headers: newIdempotencyKey(), body: orderBody(oneOfEach(market)) };
    const answers = await Promise.all(Array.from({ length: 10 }, () => whileInFlight('POST /orders', request)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);

    const orderId = String(answers[0]?.body.orderId);
    expect((await orderEnded(market, orderId)).status).toBe('confirmed');
    const list = await succeed('GET /orders/customer/{customerId}', { token, params: { customerId: userId } });
    expect(list.body.orders.map((order) => order.orderId)).toEqual([orderId]);
    await expectSound(market);

    const otherBody = await call('POST /orders', { ...request, body: orderBody(oneOfEach(market), 'tok_declined') });
    expect(otherBody).toMatchObject({ status: 422, body: { type: 'https://lonja.dev/problems/idempotency-key-reused' } });
    // The order has ended meanwhile; the answer is still the first one.
    expect((await call('POST /orders', request)).text).toBe(answers[0]?.text);
  });

  it('belongs to who sent it: another buyer’s order with the same key is another order', async () => {
    const market = await openMarket({ buyers: 2, products: [{ initialStock: 10 }] });
    const headers = newIdempotencyKey();
    const body = orderBody(oneOfEach(market));
    const answers = await Promise.all(market.buyers.map(({ token }) => succeed('POST /orders', { token, headers, body })));
    const orderIds = answers.map((answer) => answer.body.orderId);
    expect(new Set(orderIds).size).toBe(2);
    const orders = await Promise.all(orderIds.map((orderId) => orderEnded(market, orderId)));
    expect(orders.map(({ customerId }) => customerId)).toEqual(market.buyers.map(({ userId }) => userId));
    await expectSound(market);
  });

  it('adjusts a stock once and publishes a product once', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const [product] = market.products;
    const params = { productId: String(product?.productId) };
    const { token } = market.producer;
    const adjustment = { token, params, headers: newIdempotencyKey(), body: { delta: -3, reason: 'broken in the shop' } };
    const adjusted = await Promise.all(Array.from({ length: 4 }, () => whileInFlight('PUT /inventory/{productId}', adjustment)));
    expect(new Set(adjusted.map(({ text }) => text)).size).toBe(1);
    expect(adjusted[0]).toMatchObject({ status: 200, body: { available: 7 } });
    expect(await readStock(market, params.productId)).toMatchObject({ available: 7, version: 2 });

    const price = { amountMinor: 900, currency: 'EUR' };
    const draft = {
      localId: market.localId,
      name: 'Membrillo',
      category: 'sweets',
      price,
      initialStock: 1,
      lowStockThreshold: 0,
    };
    const publication = { token, headers: newIdempotencyKey(), body: draft };
    const published = await Promise.all(Array.from({ length: 4 }, () => whileInFlight('POST /products', publication)));
    expect(new Set(published.map(({ text }) => text)).size).toBe(1);
    await expectSound(market);
  });

  it('is asked for where something is created', async () => {
    const market = await openMarket();
    const answer = await call('POST /orders', { token: market.buyer.token, body: orderBody(oneOfEach(market)) });
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/Idempotency-Key/i);
  });
});

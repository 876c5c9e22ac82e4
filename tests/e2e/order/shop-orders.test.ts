import { describe, expect, it } from 'vitest';
import { eventually } from '../../../local/process/eventually.ts';
import { openMarket } from '../../kit/market.ts';
import { orderBody, orderEnded } from '../../kit/orders.ts';
import { call, newIdempotencyKey, succeed } from '../../kit/rest.ts';
import { expectSound } from '../../kit/sound-market.ts';

const address = { recipient: 'Nerea Ibarra', street: 'Calle Maestra 12, 3º B', postalCode: '23001', city: 'Jaén', country: 'ES' };

describe('an order with an address', () => {
  it('is shown whole to its customer with payment, shipment and stock, and in part to the shops', async () => {
    const market = await openMarket({ products: [{ initialStock: 10, priceMinor: 450 }] });
    const { admin, buyer, producer, localId } = market;
    const [{ productId } = { productId: '' }] = market.products;
    // A second shop, for which the producer does not work.
    const other = await succeed('POST /locals', {
      token: admin.token,
      headers: newIdempotencyKey(),
      body: { name: 'Panadería' },
    });
    const bread = await succeed('POST /products', {
      token: admin.token,
      headers: newIdempotencyKey(),
      body: {
        ...{ localId: other.body.localId, name: 'Pan', category: 'bread', price: { amountMinor: 200, currency: 'EUR' } },
        ...{ initialStock: 5, lowStockThreshold: 0 },
      },
    });
    const lines = [
      { productId, quantity: 2 },
      { productId: bread.body.productId, quantity: 1 },
    ];
    const body = { ...orderBody(lines), shipTo: { address }, note: 'Segundo piso' };
    const { body: placed } = await eventually('the price of the bread', () =>
      succeed('POST /orders', { token: buyer.token, headers: newIdempotencyKey(), body }),
    );
    const { orderId } = placed;
    await orderEnded(market, orderId);

    const read = { params: { orderId } };
    const details = await eventually('the shipment of the order', async () => {
      const answer = await succeed('GET /orders/{orderId}/details', { token: buyer.token, ...read });
      expect(answer.body.shipment?.parcels).toHaveLength(2);
      return answer.body;
    });
    expect(details.unavailable).toEqual([]);
    expect(details.order).toMatchObject({ status: 'confirmed', method: 'delivery', shipTo: address, note: 'Segundo piso' });
    expect(details.payment).toMatchObject({ orderId, status: 'completed', amount: { amountMinor: 1100, currency: 'EUR' } });
    expect(details.stock).toEqual([
      { productId, available: 8 },
      { productId: bread.body.productId, available: 4 },
    ]);

    const own = { lines: [{ productId, quantity: 2 }], subtotal: { amountMinor: 900, currency: 'EUR' } };
    const one = await succeed('GET /orders/{orderId}', { token: producer.token, ...read });
    const listed = await eventually('the order in the list of the shop', async () => {
      const list = await succeed('GET /orders', { token: producer.token, query: { localId, status: 'confirmed' } });
      expect(list.body.orders).toHaveLength(1);
      return list.body.orders[0];
    });
    const whole = await succeed('GET /orders/{orderId}/details', { token: producer.token, ...read });
    for (const shown of [one.body, listed, whole.body.order]) {
      expect(shown).toMatchObject({ orderId, ...own, shipTo: address });
      expect(shown).not.toHaveProperty('totalAmount');
      expect(shown).not.toHaveProperty('paymentId');
    }
    expect(whole.body).not.toHaveProperty('payment');
    expect(whole.body.stock).toEqual([{ productId, available: 8 }]);
    const timeline = await succeed('GET /orders/{orderId}/timeline', { token: producer.token, ...read });
    expect(timeline.body.entries.every(({ type }) => type.startsWith('order.'))).toBe(true);
    expect(JSON.stringify(timeline.body.entries)).not.toContain('11.00');
    const foreign = { token: producer.token, query: { localId: other.body.localId } };
    expect((await call('GET /orders', foreign)).status).toBe(404);
    expect((await succeed('GET /orders', { token: admin.token })).body.orders[0]).toMatchObject({
      orderId,
      subtotal: placed.totalAmount,
    });
    await expectSound(market);
  });
});

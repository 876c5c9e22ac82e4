import { describe, expect, it } from 'vitest';
import { eventually } from '../../../local/process/eventually.ts';
import { type Market, openMarket } from '../../kit/market.ts';
import { orderBody, orderEnded } from '../../kit/orders.ts';
import { type AnswerOf, call, callOnce, newIdempotencyKey, succeed } from '../../kit/rest.ts';
import { expectSound } from '../../kit/sound-market.ts';

type Page = AnswerOf<'GET /products/search'>;

const find = async ({ buyer }: Market, query: Record<string, string | number> = {}): Promise<Page> =>
  (await succeed('GET /products/search', { token: buyer.token, query })).body;

/** Searches until the page is as expected. How long that takes is measured in `bench/`, on a machine that does nothing else. */
const untilFound = (market: Market, query: Record<string, string | number>, isThere: (page: Page) => boolean): Promise<Page> =>
  eventually(`a search for ${JSON.stringify(query)}`, async () => {
    const found = await find(market, query);
    if (!isThere(found)) throw new Error(JSON.stringify(found));
    return found;
  });

const draftOf = ({ localId }: Market, name: string) => ({
  ...{ localId, name, category: 'cheese', price: { amountMinor: 450, currency: 'EUR' }, initialStock: 1, lowStockThreshold: 0 },
});
const publish = async (market: Market, name: string) =>
  (
    await succeed('POST /products', {
      token: market.producer.token,
      headers: newIdempotencyKey(),
      body: draftOf(market, name),
    })
  ).body.productId;

describe('the catalogue', () => {
  it('is searched, changed and sold out, and what is deleted is gone', async () => {
    const market = await openMarket({ products: [] });
    const { producer, buyer } = market;
    const productId = await publish(market, 'Jamón ibérico');
    const found = await untilFound(market, { q: 'JAMON' }, ({ products }) => products[0]?.localName !== undefined);
    expect(found.products).toMatchObject([
      { productId, name: 'Jamón ibérico', isAvailable: true, localName: 'Quesería El Roble' },
    ]);

    const params = { productId };
    const { headers } = await succeed('GET /products/{productId}', { token: buyer.token, params });
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    const patch = { token: producer.token, params, headers: ifMatch, body: { name: 'Jamón de Jabugo', unit: '500 g' } };
    expect((await succeed('PATCH /products/{productId}', patch)).body).toMatchObject(patch.body);
    await untilFound(market, { q: 'jabug' }, ({ products }) => products[0]?.unit === '500 g');
    expect((await find(market, { q: 'iberico' })).total).toBe(0);
    expect((await callOnce('PATCH /products/{productId}', patch)).status).toBe(412);
    expect((await callOnce('PATCH /products/{productId}', { ...patch, headers: {} })).status).toBe(428);
    expect((await callOnce('PATCH /products/{productId}', { ...patch, token: buyer.token })).status).toBe(403);

    const order = await eventually('the order of the last one', () =>
      succeed('POST /orders', {
        token: buyer.token,
        headers: newIdempotencyKey(),
        body: orderBody([{ productId, quantity: 1 }]),
      }),
    );
    expect((await orderEnded(market, order.body.orderId)).status).toBe('confirmed');
    await untilFound(market, { q: 'jabugo', availability: 'unavailable' }, ({ total }) => total === 1);
    const availability = await succeed('GET /products/{productId}/availability', { token: buyer.token, params });
    expect(availability.body).toEqual({ productId, available: 0, isAvailable: false });

    expect((await call('DELETE /products/{productId}', { token: producer.token, params })).status).toBe(204);
    await untilFound(market, { q: 'jabugo' }, ({ total }) => total === 0);
    for (const operation of ['GET /products/{productId}', 'GET /products/{productId}/availability'] as const)
      expect((await call(operation, { token: buyer.token, params })).status, operation).toBe(404);
    expect((await callOnce('PATCH /products/{productId}', { ...patch, headers: { 'if-match': '*' } })).status).toBe(404);
    await expectSound(market);
  });
});

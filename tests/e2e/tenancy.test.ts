import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../functions/shared/ids.ts';
import { operationKeys } from '../kit/answer-check.ts';
import { type Market, openMarket } from '../kit/market.ts';
import { oneOfEach, orderBody, orderEnded, placeOrder } from '../kit/orders.ts';
import { type Call, call, callOnce, newIdempotencyKey, type Operation } from '../kit/rest.ts';
import { expectSound } from '../kit/sound-market.ts';

let market: Market;
let stranger: Market;
let params: Record<string, string>;

beforeAll(async () => {
  [market, stranger] = await Promise.all([openMarket({ buyers: 2 }), openMarket()]);
  const placed = await placeOrder(market);
  const { orderId, paymentId } = await orderEnded(market, placed.body.orderId);
  const productId = String(market.products[0]?.productId);
  const { localId, buyer } = market;
  params = { localId, orderId, productId, paymentId: String(paymentId), userId: buyer.userId, customerId: buyer.userId };
});

/** What each operation that changes something takes; a new one must be told here. */
const bodies: Partial<Record<Operation, unknown>> = {
  'PUT /auth/users/{userId}/roles': { roles: ['buyer'], localIds: [] },
  'PUT /inventory/{productId}': { delta: 1, reason: 'found behind the shelf' },
  'POST /orders/{orderId}/cancel': {},
};
/** It answers a question, so that a denial is a value: see below. */
const asks: Operation = 'GET /locals/{localId}/validate';
const mayComeYet = new Set<Operation>(['GET /inventory/{productId}', 'PUT /inventory/{productId}']);
const withIds = operationKeys.filter((key): key is Operation => key.includes('{') && key !== asks);
const optionsOf = (operation: Operation): Call => ({
  params,
  ...(operation in bodies && { body: bodies[operation] }),
  headers: newIdempotencyKey(),
});

describe('what belongs to another organization', () => {
  it('is every resource with an id', () => {
    expect(withIds.length).toBeGreaterThanOrEqual(9);
  });

  it.each(withIds)('%s reads as unknown, for its admin as well', async (operation) => {
    const own = await call(operation, { ...optionsOf(operation), token: market.admin.token });
    expect(own.status, own.text).toBeLessThan(300);
    const foreign = await callOnce(operation, { ...optionsOf(operation), token: stranger.admin.token });
    // The stock of a product of a moment ago may be on its way, whether there is such a product or not.
    const [status, slug] = mayComeYet.has(operation) ? [503, 'not-yet-known'] : [404, 'not-found'];
    expect(foreign).toMatchObject({ status, body: { type: `https://lonja.dev/problems/${slug}` } });
    const unknown = await callOnce(operation, { ...optionsOf(operation), token: stranger.admin.token, params: nobodys(params) });
    // Nothing tells a foreign id from one that does not exist.
    expect(foreign.text.replace(foreign.correlationId, '')).toBe(unknown.text.replace(unknown.correlationId, ''));
  });

  it('is not valid where it is asked for, and no more than what does not exist', async () => {
    const [own, foreign] = [market, stranger].map(({ admin }) => ({ token: admin.token, params: { localId: market.localId } }));
    expect((await call(asks, own)).body).toMatchObject({ isValid: true });
    const answer = await call(asks, foreign);
    expect(answer).toMatchObject({ status: 200, body: { isValid: false } });
    const unknown = await call(asks, { token: stranger.admin.token, params: nobodys({ localId: '' }) });
    expect(answer.body).toEqual(unknown.body);
  });

  it('is unknown where it is named in a body', async () => {
    const { token } = stranger.admin;
    const order = await callOnce('POST /orders', { token, headers: newIdempotencyKey(), body: orderBody(oneOfEach(market)) });
    expect(order).toMatchObject({ status: 503, body: { type: 'https://lonja.dev/problems/not-yet-known' } });
    const price = { amountMinor: 1, currency: 'EUR' };
    const draft = { localId: market.localId, name: 'Theirs', category: 'x', price, initialStock: 1, lowStockThreshold: 0 };
    const product = await call('POST /products', { token, headers: newIdempotencyKey(), body: draft });
    expect(product).toMatchObject({ status: 422, body: { errors: [{ path: '/localId' }] } });
    const userId = stranger.buyer.userId;
    const roles = { roles: ['producer'], localIds: [market.localId] };
    const assigned = await call('PUT /auth/users/{userId}/roles', { token, params: { userId }, body: roles });
    expect(assigned.status).toBe(422);
  });

  it('is in no list and no trail', async () => {
    const { token } = stranger.admin;
    expect((await call('GET /orders', { token, query: { localId: market.localId } })).body).toEqual({ orders: [] });
    const locals = await call('GET /locals', { token });
    expect(locals.text).not.toContain(market.localId);
    for (const aggregateId of [params.orderId ?? '', params.productId ?? '', params.userId ?? '']) {
      expect((await call('GET /audit', { token, query: { aggregateId } })).body).toEqual({ events: [] });
    }
  });
});

describe('what belongs to another buyer of the same organization', () => {
  const personal: Operation[] = [
    'GET /orders/{orderId}',
    'GET /orders/{orderId}/details',
    'GET /orders/{orderId}/timeline',
    'GET /orders/customer/{customerId}',
    'POST /orders/{orderId}/cancel',
    'GET /payments/{paymentId}',
  ];
  it.each(personal)('%s reads as 404', async (operation) => {
    const token = market.buyers[1]?.token ?? '';
    expect((await call(operation, { ...optionsOf(operation), token })).status).toBe(404);
  });

  it('is left as it was', async () => {
    await expectSound(market);
  });
});

/** Ids of now, as those of the market are. */
function nobodys(ids: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.keys(ids).map((name) => [name, newId(new Date().toISOString())]));
}

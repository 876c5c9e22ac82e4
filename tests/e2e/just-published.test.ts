import { describe, expect, it } from 'vitest';
import { arrivalMinutes, newId } from '../../functions/shared/ids.ts';
import { eventually } from '../../local/process/eventually.ts';
import { currency, type Market, openMarket } from '../kit/market.ts';
import { orderBody, orderEnded } from '../kit/orders.ts';
import { callOnce, newIdempotencyKey, type RestAnswer, succeed } from '../kit/rest.ts';
import { expectSound } from '../kit/sound-market.ts';

describe('a product that was published a moment ago', () => {
  it('is ordered and adjusted at once: "not yet" until it has arrived, and never unknown', async () => {
    const market = await openMarket({ products: [] });
    for (const round of [1, 2, 3, 4, 5]) await publishAndUse(market, round);
    await expectSound(market);
  });

  it('is unknown once its event cannot be on its way any more', async () => {
    const { buyer } = await openMarket({ products: [] });
    const productId = newId(new Date(Date.now() - (arrivalMinutes + 1) * 60_000).toISOString());
    const ordered = await callOnce('POST /orders', {
      token: buyer.token,
      headers: newIdempotencyKey(),
      body: orderBody([{ productId, quantity: 1 }]),
    });
    expect(ordered.status).toBe(422);
    expect((await callOnce('GET /inventory/{productId}', { token: buyer.token, params: { productId } })).status).toBe(404);
  });
});

async function publishAndUse(market: Market, round: number): Promise<void> {
  const { producer, buyer, localId } = market;
  const price = { amountMinor: 450, currency };
  const { productId } = (
    await succeed('POST /products', {
      token: producer.token,
      headers: newIdempotencyKey(),
      body: { localId, name: `Queso ${round}`, category: 'cheese', price, initialStock: 5, lowStockThreshold: 0 },
    })
  ).body;
  const headers = newIdempotencyKey();
  const body = orderBody([{ productId, quantity: 1 }]);
  const [order] = await Promise.all([
    accepted('the order', () => callOnce('POST /orders', { token: buyer.token, headers, body })),
    accepted('the stock', () => callOnce('GET /inventory/{productId}', { token: buyer.token, params: { productId } })),
  ]);
  const { status } = await orderEnded(market, String(order.body.orderId));
  expect(status).toBe('confirmed');
}

/** Tries again for as long as the answer is "not yet". Any other refusal ends it. */
async function accepted(what: string, send: () => Promise<RestAnswer>): Promise<RestAnswer> {
  const answer = await eventually(what, async () => {
    const answer = await send();
    if (answer.status === 503) throw new Error(answer.text);
    return answer;
  });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer;
}

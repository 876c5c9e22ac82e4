import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../local/process/eventually.ts';
import { type Market, openMarket } from '../kit/market.ts';
import { oneOfEach, orderBody, orderEnded } from '../kit/orders.ts';
import { type Call, newIdempotencyKey, type Operation, succeed } from '../kit/rest.ts';
import { contractOperations, parameterTexts } from '../kit/sample-requests.ts';
import { expectSound } from '../kit/sound-market.ts';

let market: Market;
let orderId: string;
beforeAll(async () => {
  market = await openMarket({ products: [{ initialStock: 10 }, { initialStock: 10 }] });
  const { admin, buyer } = market;
  await succeed('POST /locals', { token: admin.token, headers: newIdempotencyKey(), body: { name: 'Carnicería' } });
  for (const name of ['Recetas del Norte', 'Cestas'])
    await succeed('POST /partners/keys', { token: admin.token, body: { name } });
  const order = { token: buyer.token, body: orderBody(oneOfEach(market)) };
  orderId = (await succeed('POST /orders', { ...order, headers: newIdempotencyKey() })).body.orderId;
  const second = await succeed('POST /orders', { ...order, headers: newIdempotencyKey() });
  await Promise.all([orderId, second.body.orderId].map((id) => orderEnded(market, id)));
  // Until then, messages about the orders are being sent.
  await expectSound(market);
});

const lists = contractOperations.filter((operation) =>
  parameterTexts(operation, 'query').some(({ path }) => path[0] === 'cursor'),
);

/** What a list of several entries is asked for. */
const questions = (): Partial<Record<string, Call>> => ({
  'GET /auth/users': {},
  'GET /locals': {},
  'GET /partners/keys': {},
  'GET /products/search': {},
  'GET /orders/customer/{customerId}': { params: { customerId: market.buyer.userId } },
  'GET /inventory/{productId}/movements': { params: { productId: String(market.products[0]?.productId) } },
  'GET /shipments': { query: { localId: market.localId } },
  'GET /orders': { query: { localId: market.localId } },
  'GET /notifications': { query: { customerId: market.buyer.userId } },
  'GET /audit': { query: { aggregateId: orderId } },
});

type Page = { entries: readonly unknown[]; nextCursor?: string };

async function page(operation: Operation, { query, ...options }: Call, more: Call['query']): Promise<Page> {
  const { body } = await succeed(operation, { ...options, token: market.admin.token, query: { ...query, ...more } });
  const { nextCursor, ...lists }: Record<string, unknown> = Object(body);
  const entries = Object.values(lists).find(Array.isArray);
  if (entries === undefined) throw new Error(`${operation} answers no list`);
  return { entries, ...(typeof nextCursor === 'string' && { nextCursor }) };
}

describe.each(lists)('$key', ({ key }) => {
  it('ends with a page that has no nextCursor, also when that page is exactly full', async () => {
    const question = questions()[key];
    if (question === undefined) throw new Error(`${key} is a list that this test does not ask for yet: add a question to it`);
    const whole = await eventually(`several entries of ${key}`, async () => {
      const found = await page(key, question, { limit: 50 });
      return found.entries.length > 1 && found;
    });
    expect(whole.nextCursor).toBeUndefined();

    const full = await page(key, question, { limit: whole.entries.length });
    expect(full).toEqual({ entries: whole.entries });

    const walked: unknown[] = [];
    let cursor: string | undefined;
    do {
      const next: Page = await page(key, question, { limit: 1, ...(cursor !== undefined && { cursor }) });
      expect(next.entries).toHaveLength(1);
      walked.push(...next.entries);
      cursor = next.nextCursor;
    } while (cursor !== undefined);
    expect(walked).toEqual(whole.entries);
  });
});

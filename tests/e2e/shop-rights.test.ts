import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BulkImportResponse, RejectionReason } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import { answerOf, bearing, inventoryClient } from '../kit/grpc-inventory.ts';
import { type Market, openMarket, type Person, readStock } from '../kit/market.ts';
import { orderEnded, placeOrder } from '../kit/orders.ts';
import { call, newIdempotencyKey, succeed } from '../kit/rest.ts';
import { contractOperations, sampleRequest } from '../kit/sample-requests.ts';
import { shipmentOf } from '../kit/shipments.ts';

let market: Market;
/** A producer of another shop of the same market. */
let neighbour: Person;
let productId: string;
let parcel: { shipmentId: string; parcelId: string };
beforeAll(async () => {
  market = await openMarket({ buyers: 1 });
  productId = String(market.products[0]?.productId);
  const { admin, buyer } = market;
  const { orderId } = (await placeOrder(market)).body;
  await orderEnded(market, orderId);
  const { shipmentId, parcels } = await shipmentOf(market, orderId);
  parcel = { shipmentId, parcelId: String(parcels[0]?.parcelId) };
  const opened = await succeed('POST /locals', { token: admin.token, headers: newIdempotencyKey(), body: { name: 'Almazara' } });
  const body = { roles: ['producer'], localIds: [opened.body.localId] };
  await succeed('PUT /auth/users/{userId}/roles', { token: admin.token, params: { userId: buyer.userId }, body });
  neighbour = buyer;
});

/** A new product of the shop, once its stock is there. */
async function publish(): Promise<string> {
  const { localId, producer } = market;
  const price = { amountMinor: 450, currency: 'EUR' };
  const body = { localId, name: 'Membrillo', category: 'sweets', price, initialStock: 5, lowStockThreshold: 0 };
  const { body: published } = await succeed('POST /products', { token: producer.token, headers: newIdempotencyKey(), body });
  await succeed('GET /inventory/{productId}', { token: producer.token, params: published });
  return published.productId;
}

/** The samples with the ids of this market. */
const ofMarket = (body: unknown) =>
  typeof body === 'object' && body !== null && 'localId' in body ? { ...body, localId: market.localId } : body;

describe('what belongs to a shop', () => {
  it.each(contractOperations.filter(({ shop }) => shop))('is 403 for a producer of another shop: $key', async (operation) => {
    const sample = sampleRequest(operation);
    const body = ofMarket(sample.body);
    const ask = ({ token }: Person, productId: string) => {
      const params = { ...sample.params, productId, ...parcel };
      const headers = { ...newIdempotencyKey(), ...(operation.method === 'PATCH' && { 'if-match': '"1"' }) };
      return call(operation.key, { query: sample.query, params, body, token, headers });
    };
    const ofShop = await publish();
    const before = await readStock(market, ofShop);
    expect(await ask(neighbour, ofShop)).toMatchObject({ status: 403, body: { type: 'https://lonja.dev/problems/not-allowed' } });
    expect(await readStock(market, ofShop)).toEqual(before);
    // Each gets a product of their own, since one can be deleted once.
    for (const who of [market.producer, market.admin]) expect((await ask(who, await publish())).status).toBeLessThan(300);
  });

  it('is not changed by an import of a producer of another shop', async () => {
    const before = await readStock(market, productId);
    const client = inventoryClient();
    const send = (who: Person) =>
      answerOf<BulkImportResponse>((answered) => {
        const importing = client.bulkImport(bearing(who), answered);
        importing.write({ importId: randomUUID(), entry: { number: 1, productId, delta: -1, note: 'gone' } });
        importing.end();
      });
    try {
      expect(await send(neighbour)).toMatchObject({
        applied: 0,
        rejected: [{ reason: RejectionReason.REJECTION_REASON_NOT_ALLOWED }],
      });
      expect(await readStock(market, productId)).toEqual(before);
      expect(await send(market.producer)).toMatchObject({ applied: 1, rejected: [] });
    } finally {
      client.close();
    }
  });
});

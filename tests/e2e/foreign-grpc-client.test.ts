import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type BufCall, bufCurl } from '../kit/buf-curl.ts';
import { type Market, openMarket } from '../kit/market.ts';

const { authGrpc, inventoryGrpc } = inject('world');
const auth = 'lonja.auth.v1.AuthService';
const inventory = 'lonja.inventory.v1.InventoryService';
const health = 'grpc.health.v1.Health';

/** Nobody here wrote `buf curl`: what it understands, another team's client does. */
describe('a client of another make', () => {
  let market: Market;
  let productId: string;
  const called = new Set<string>();
  beforeAll(async () => {
    market = await openMarket({ products: [{ initialStock: 10 }] });
    productId = String(market.products[0]?.productId);
  });

  function call(address: string, method: string, options: Omit<BufCall, 'address' | 'method'> = {}) {
    called.add(method);
    return bufCurl({ address, method, ...options });
  }

  it('verifies a token, and is told why another is none', async () => {
    const { token, userId } = market.producer;
    const { organizationId, localId } = market;
    expect(await call(authGrpc, `${auth}/VerifyToken`, { requests: [{ token }] })).toEqual([
      expect.objectContaining({ isValid: true, userId, organizationId, locals: [localId], active: true }),
    ]);
    expect(await call(authGrpc, `${auth}/VerifyToken`, { requests: [{ token: 'made-up' }] })).toEqual([
      { errorMessage: expect.any(String) },
    ]);
  });

  it('validates a shop and lists permissions', async () => {
    const { organizationId, localId, producer, buyer } = market;
    const validate = (userId: string) =>
      call(authGrpc, `${auth}/ValidateLocal`, { requests: [{ userId, organizationId, localId }] });
    expect(await validate(producer.userId)).toEqual([{ isValid: true, localName: 'Quesería El Roble' }]);
    expect(await validate(buyer.userId)).toEqual([{ errorMessage: expect.any(String) }]);
    const subject = { userId: buyer.userId, organizationId };
    expect(await call(authGrpc, `${auth}/GetUserPermissions`, { requests: [subject] })).toEqual([
      { permissions: expect.arrayContaining(['order:place']) },
    ]);
  });

  it('checks stock, and watches it', async () => {
    const { token } = market.buyer;
    const lines = [{ productId, quantity: 3 }];
    expect(await call(inventoryGrpc, `${inventory}/CheckStock`, { token, requests: [{ lines }] })).toMatchObject([
      { allAvailable: true, lines: [{ productId, requested: 3, available: 10, isAvailable: true, isKnown: true }] },
    ]);
    const watched = { token, requests: [{ products: [{ productId }] }], enough: 1 };
    expect(await call(inventoryGrpc, `${inventory}/WatchStock`, watched)).toMatchObject([
      { stocks: [{ productId, available: 10 }], snapshotComplete: true },
    ]);
  });

  it('imports in bulk, is told of the bad row, and may send it all again', async () => {
    const { token } = market.producer;
    const importId = randomUUID();
    const requests = [
      { importId, entry: { number: 1, productId, delta: 5, note: 'found behind the press' } },
      { entry: { number: 2, productId: randomUUID(), delta: 1, note: 'no such product' } },
    ];
    const rejected = [expect.objectContaining({ number: 2, reason: 'REJECTION_REASON_UNKNOWN_PRODUCT' })];
    const send = () => call(inventoryGrpc, `${inventory}/BulkImport`, { token, requests });
    expect(await send()).toEqual([{ received: 2, applied: 1, rejected }]);
    expect(await send()).toEqual([{ received: 2, repeated: 1, rejected }]);
  });

  it('syncs both ways', async () => {
    const { token } = market.producer;
    const requests = [
      { start: { journalId: randomUUID(), products: [{ productId }] } },
      { entry: { number: 1, productId, delta: -2, note: 'sold at the door' } },
    ];
    const answers = await call(inventoryGrpc, `${inventory}/Sync`, { token, requests, enough: 2 });
    expect(answers).toContainEqual({ acknowledgement: expect.objectContaining({ number: 1 }) });
    expect(answers).toContainEqual({ levels: expect.objectContaining({ stocks: expect.anything() }) });
  });

  it('is refused without a token, with the status that says so', async () => {
    const requests = [{ lines: [{ productId, quantity: 1 }] }];
    await expect(call(inventoryGrpc, `${inventory}/CheckStock`, { requests })).rejects.toThrow('unauthenticated');
  });

  it('asks both services how they are', async () => {
    for (const address of [authGrpc, inventoryGrpc]) {
      expect(await call(address, `${health}/Check`)).toEqual([{ status: 'SERVING' }]);
    }
  });

  it('gets no connection without a certificate', async () => {
    // In TLS 1.3 the server looks at the certificate after the client is done: what the client notices is a line that ends.
    const lineEnds = /certificate|broken pipe|reset|EOF|unavailable/;
    const withCertificate = false;
    await expect(call(authGrpc, `${auth}/VerifyToken`, { withCertificate })).rejects.toThrow(lineEnds);
    await expect(call(inventoryGrpc, `${inventory}/CheckStock`, { withCertificate })).rejects.toThrow(lineEnds);
  });

  it('has called every method of ours that the services list', async () => {
    const listed = [...(await bufCurl({ address: authGrpc })), ...(await bufCurl({ address: inventoryGrpc }))].map(String);
    const ours = listed.filter((method) => method.startsWith('lonja.'));
    expect(ours).toHaveLength(7);
    expect([...called]).toEqual(expect.arrayContaining(ours));
  });
});

import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../local/process/eventually.ts';
import { withoutAuthTwins } from '../kit/auth-twins.ts';
import { startGrpc, stopGrpc } from '../kit/grpc-control.ts';
import { type Market, openMarket } from '../kit/market.ts';
import { call, callOnce, newIdempotencyKey } from '../kit/rest.ts';

describe('without gRPC Auth', () => {
  let market: Market;
  beforeAll(async () => {
    market = await openMarket();
  });
  afterEach(async () => {
    await startGrpc('auth');
  });

  it('the REST twins answer: tokens are verified, bad ones refused, and shops validated', async () => {
    const { admin, producer, localId } = market;
    await stopGrpc('auth');
    // The twin's function is started by the first call, and under the load of tests not within the authorizer's time.
    await eventually('the twin to be awake', async () => (await call('GET /locals', { token: admin.token })).status === 200);
    expect((await call('GET /locals', { token: `${admin.token}x` })).status).toBe(401);
    const cheese = { name: 'Queso', category: 'cheese', price: { amountMinor: 450, currency: 'EUR' } };
    const publish = (shop: string) =>
      call('POST /products', {
        token: producer.token,
        headers: newIdempotencyKey(),
        body: { ...cheese, localId: shop, initialStock: 1, lowStockThreshold: 0 },
      });
    expect((await publish(localId)).status).toBe(201);
    expect((await publish('00000000-0000-7000-8000-000000000000')).status).toBe(422);
  });

  it('nor its twins, everybody is told 503 and when to come back, and nobody 401 or 403', async () => {
    const { admin } = market;
    await withoutAuthTwins(async () => {
      await stopGrpc('auth');
      // Of the second nobody knows that it is forged while the keys cannot be read.
      for (const token of [admin.token, `${admin.token.slice(0, -8)}AAAAAAAA`]) {
        const startedAt = performance.now();
        const answer = await callOnce('GET /locals', { token });
        expect(answer.status).toBe(503);
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
        // The authorizer has 3 seconds; the rest is the emulator's, starting a function under the load of the tests.
        expect(performance.now() - startedAt).toBeLessThan(8000);
      }
    });
    await startGrpc('auth');
    await eventually(
      'requests to be let in again',
      async () => (await call('GET /locals', { token: admin.token })).status === 200,
    );
  });
});

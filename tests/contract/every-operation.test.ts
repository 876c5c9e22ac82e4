import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { signatureHeader, signBody } from '../../functions/shared/body-signature.ts';
import { operationKeys } from '../kit/answer-check.ts';
import { secrets } from '../kit/aws.ts';
import { openMarket } from '../kit/market.ts';
import { oneOfEach, orderBody, orderEnded } from '../kit/orders.ts';
import { type Call, newIdempotencyKey, type Operation, succeed } from '../kit/rest.ts';
import { expectSound } from '../kit/sound-market.ts';
import { functionOf, variableOf } from '../kit/system.ts';

/** Remembers what it called: `succeed` holds every answer against openapi.yaml. */
function recorder() {
  const done = new Set<Operation>();
  const run: typeof succeed = async (operation, options) => {
    const answer = await succeed(operation, options);
    done.add(operation);
    return answer;
  };
  return { done, run };
}

describe('openapi.yaml', () => {
  it('describes operations that all exist and succeed as it says', async () => {
    const { done, run } = recorder();
    const market = await openMarket();
    const { organizationId, admin, producer, buyer, localId } = market;
    const own = (token: string, options: Call = {}): Call => ({ token, ...options });
    const once = { headers: newIdempotencyKey() };

    const newcomer = { email: `${crypto.randomUUID()}@example.org`, password: 'four words are enough' };
    const { body: registered } = await run('POST /auth/register', { body: { ...newcomer, name: 'Ane', organizationId } });
    const { body: tokens } = await run('POST /auth/login', { body: { ...newcomer, organizationId } });
    const { body: refreshed } = await run('POST /auth/refresh', { body: { refreshToken: tokens.refreshToken } });
    await run('GET /auth/verify', own(refreshed.accessToken));
    await run('POST /auth/logout', { body: { refreshToken: refreshed.refreshToken } });
    await run('GET /.well-known/jwks.json');
    const user = { params: { userId: registered.userId } };
    await run(
      'PUT /auth/users/{userId}/roles',
      own(admin.token, { ...user, body: { roles: ['producer'], localIds: [localId] } }),
    );
    await run('GET /auth/users/{userId}/permissions', own(admin.token, user));
    await run('POST /locals', own(admin.token, { body: { name: 'Carnicería' } }));
    await run('GET /locals', own(buyer.token, { query: { limit: 1 } }));
    await run('GET /locals/{localId}/validate', own(producer.token, { params: { localId } }));
    await run('POST /auth/users/{userId}/deactivate', own(admin.token, user));

    const price = { amountMinor: 900, currency: 'EUR' };
    const draft = { localId, name: 'Membrillo', category: 'sweets', price, initialStock: 1, lowStockThreshold: 0 };
    const { body: product } = await run('POST /products', own(producer.token, { ...once, body: draft }));
    await run('GET /products/{productId}', own(buyer.token, { params: { productId: product.productId } }));
    const stock = { params: { productId: String(market.products[0]?.productId) } };
    await run('GET /inventory/{productId}', own(buyer.token, stock));
    await run('PUT /inventory/{productId}', own(producer.token, { ...stock, ...once, body: { delta: 1, reason: 'found' } }));

    const { body: placed } = await run('POST /orders', own(buyer.token, { ...once, body: orderBody(oneOfEach(market)) }));
    const ended = await orderEnded(market, placed.orderId);
    const order = { params: { orderId: placed.orderId } };
    await run('GET /orders/{orderId}', own(buyer.token, order));
    await run('GET /orders/{orderId}/timeline', own(buyer.token, order));
    await run('GET /orders/customer/{customerId}', own(buyer.token, { params: { customerId: buyer.userId } }));
    await run('GET /payments/{paymentId}', own(buyer.token, { params: { paymentId: String(ended.paymentId) } }));
    await run('GET /audit', own(admin.token, { query: { aggregateId: placed.orderId, limit: 5 } }));

    // The provider tells once more what it has told already.
    const reference = { organizationId, orderId: placed.orderId, attempt: 1 };
    const report = { eventId: 'evt_again', type: 'charge.completed', chargeId: 'ch_again', transactionId: 'txn_again' };
    const body = JSON.stringify({ ...report, reference, amount: placed.totalAmount });
    const headers = { [signatureHeader]: signBody(body, await providerSecret(), Date.now()) };
    await run('POST /payments/webhook', { body, headers });
    await run('POST /orders/{orderId}/cancel', own(buyer.token, { ...order, body: { reason: 'all tried' } }));

    await orderEnded(market, placed.orderId);
    await expectSound(market);
    expect([...done].sort()).toEqual([...operationKeys].sort());
  });
});

async function providerSecret(): Promise<string> {
  const SecretId = variableOf(await functionOf('functions/payment/rest.ts'), 'PAYMENT_PROVIDER_SECRET_ARN');
  return (await secrets.send(new GetSecretValueCommand({ SecretId }))).SecretString ?? '';
}

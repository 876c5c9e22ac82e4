import { beforeAll, describe, expect, it } from 'vitest';
import { permissionsOf } from '../../functions/auth/model/permissions.ts';
import { signatureHeader } from '../../functions/shared/input/body-signature.ts';
import { permissions } from '../../generated/rest/permissions.ts';
import { eventually } from '../../local/process/eventually.ts';
import { withoutAuthTwins } from '../kit/auth-twins.ts';
import { startGrpc, stopGrpc } from '../kit/grpc-control.ts';
import { type Market, openMarket, readStock } from '../kit/market.ts';
import { oneOfEach, orderBody } from '../kit/orders.ts';
import { type Call, call, callOnce, callPath, newIdempotencyKey, type RestAnswer } from '../kit/rest.ts';
import {
  type ContractOperation,
  contractOperations,
  requiredHeaders,
  sampleRequest,
  takesToken,
} from '../kit/sample-requests.ts';
import { expectSound } from '../kit/sound-market.ts';

const anyId = '0193a000-0000-7000-8000-0000000000ff';
/** Enough to pass the gateway's own look at a request, and the edge's after it. */
const passing = (operation: ContractOperation): Call => ({ ...sampleRequest(operation), headers: requiredHeaders(operation) });

let market: Market;
beforeAll(async () => {
  market = await openMarket();
});

/** Every refusal looks alike: problem details with the correlation id that is also in the header. */
function expectProblem({ status, headers, body, correlationId }: RestAnswer, expected: number) {
  expect(status, JSON.stringify(body)).toBe(expected);
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(body).toMatchObject({
    status: expected,
    type: expect.stringMatching(/^https:\/\/lonja\.dev\/problems\//),
    title: expect.any(String),
  });
  expect(correlationId).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
  expect(body.correlationId).toBe(correlationId);
}

describe('without a valid token', () => {
  it.each(contractOperations.filter(takesToken))('$key answers 401', async (operation) => {
    expectProblem(await call(operation.key, passing(operation)), 401);
  });

  const [header = '', payload = '', signature = ''] = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJtZSJ9.c2lnbmVk'.split('.');
  it.each([
    { token: 'no token at all', because: 'it is none' },
    { token: `${header}.${payload}.${signature}`, because: 'nobody signed it' },
    { token: `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`, because: 'it is not signed' },
    { token: 'x'.repeat(9_000), because: 'it is too long' },
  ])('a token is refused because $because', async ({ token }) => {
    expectProblem(await call('GET /locals', { token }), 401);
  });

  it('a genuine token is refused once a bit of it is changed', async () => {
    const [head = '', claims = '', sign = ''] = market.buyer.token.split('.');
    const changed = Buffer.from(claims, 'base64url').toString().replace(market.organizationId, anyId);
    expectProblem(await call('GET /locals', { token: `${head}.${Buffer.from(changed).toString('base64url')}.${sign}` }), 401);
  });

  it('a wrong password, address and organization get the same 401', async () => {
    const { organizationId, buyer } = market;
    const tries = [
      { organizationId, email: buyer.email, password: 'not the right one' },
      { organizationId, email: 'nobody@example.org', password: 'four words are enough' },
      { organizationId: anyId, email: buyer.email, password: 'four words are enough' },
    ];
    const answers = await Promise.all(tries.map((body) => call('POST /auth/login', { body })));
    for (const answer of answers) expectProblem(answer, 401);
    expect(new Set(answers.map(({ text, correlationId }) => text.replace(correlationId, ''))).size).toBe(1);
  });

  it('a refresh token works once, and its reuse ends the whole family', async () => {
    const { organizationId, buyer } = market;
    const body = { organizationId, email: buyer.email, password: 'four words are enough' };
    const first = await call('POST /auth/login', { body });
    const refresh = (refreshToken: unknown) => call('POST /auth/refresh', { body: { refreshToken } });
    const second = await refresh(first.body.refreshToken);
    expect(second.status).toBe(200);
    expectProblem(await refresh(first.body.refreshToken), 401);
    expectProblem(await refresh(second.body.refreshToken), 401);
  });

  it.each(contractOperations.filter(({ signedBody }) => signedBody !== undefined))(
    '$key answers a report with a forged signature 401',
    async (operation) => {
      const forged = { [signatureHeader]: `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}` };
      const answer = await call(operation.key, { ...passing(operation), headers: forged });
      expectProblem(answer, 401);
      expect(answer.body.type).toBe('https://lonja.dev/problems/invalid-signature');
    },
  );
});

describe('without the permission', () => {
  /** Each operation with each role that does not grant its permission. */
  const forbidden = contractOperations.flatMap((operation) =>
    (['buyer', 'producer'] as const)
      .filter((role) => !permissionsOf([role]).some((permission) => permission === operation.permission))
      .filter(() => operation.permission !== undefined)
      .map((role) => ({ ...operation, role })),
  );
  it.each(forbidden)('$key answers a $role 403', async ({ role, ...operation }) => {
    expectProblem(await call(operation.key, { ...passing(operation), token: market[role].token }), 403);
  });

  it('a buyer may not read the permissions of somebody else', async () => {
    const { buyer, admin } = market;
    const others = { token: buyer.token, params: { userId: admin.userId } };
    expectProblem(await call('GET /auth/users/{userId}/permissions', others), 403);
  });

  it.each(permissions)('some operation demands %s, and an admin has it', (permission) => {
    expect(contractOperations.map((operation) => operation.permission)).toContain(permission);
    expect(permissionsOf(['admin'])).toContain(permission);
  });
});

describe('a request that is not as it has to be', () => {
  const order = (options: Call) =>
    call('POST /orders', {
      token: market.buyer.token,
      headers: { ...newIdempotencyKey(), ...options.headers },
      body: options.body,
    });

  it('is 404 on a path that does not exist', async () => {
    expectProblem(await callPath('GET', '/nowhere', { token: market.admin.token }), 404);
  });

  it('is 405 with a method that the path does not have, and the answer names those that it has', async () => {
    const answer = await callPath('DELETE', '/orders', { token: market.admin.token });
    expectProblem(answer, 405);
    const methods = contractOperations.filter(({ path }) => path === '/orders').map(({ method }) => method);
    expect(answer.headers.get('allow')?.split(', ').sort()).toEqual([...methods, 'OPTIONS'].sort());
  });

  it('is 404 with an id that is none', async () => {
    expectProblem(await call('GET /orders/{orderId}', { token: market.buyer.token, params: { orderId: '17' } }), 404);
  });

  it('is 400 when it is not JSON', async () => {
    expectProblem(await order({ body: '{"lines": [' }), 400);
  });

  it('is 415 when it is sent as something else', async () => {
    const body = JSON.stringify(orderBody(oneOfEach(market)));
    expectProblem(await order({ body, headers: { 'content-type': 'text/plain' } }), 415);
  });

  it('is 413 when it is too large', async () => {
    expectProblem(await order({ body: JSON.stringify({ ...orderBody(oneOfEach(market)), more: 'x'.repeat(300_000) }) }), 413);
  });

  it('is 422 with the offending places', async () => {
    const answer = await order({
      body: { lines: [{ productId: 'ham', quantity: 0 }], paymentMethod: { token: '4111111111111111' } },
    });
    expectProblem(answer, 422);
    const errors = Array.isArray(answer.body.errors) ? answer.body.errors : [];
    const paths = errors.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/lines/0/productId', '/lines/0/quantity', '/paymentMethod/token']));
  });

  it('is 422 with a query that the contract does not know', async () => {
    expectProblem(await call('GET /locals', { token: market.buyer.token, query: { limit: 51 } }), 422);
    expectProblem(await call('GET /audit', { token: market.admin.token, query: { aggregateId: anyId, cursor: 'forged' } }), 422);
  });

  it('is 412 when it is about an older version, 409 when it reaches for reserved pieces', async () => {
    const { token } = market.producer;
    const place = { productId: String(market.products[0]?.productId) };
    const before = await readStock(market, place.productId);
    const adjust = (body: unknown, ifMatch?: string) =>
      call('PUT /inventory/{productId}', {
        token,
        params: place,
        headers: { ...newIdempotencyKey(), ...(ifMatch !== undefined && { 'if-match': ifMatch }) },
        body,
      });
    const adjusted = await adjust({ delta: 2, reason: 'found' }, `"${before.version}"`);
    expect(adjusted).toMatchObject({ status: 200, body: { available: before.available + 2, version: before.version + 1 } });
    expectProblem(await adjust({ delta: 2, reason: 'found' }, `"${before.version}"`), 412);
    expectProblem(await adjust({ delta: -1000, reason: 'lost' }), 409);
    expect(await readStock(market, place.productId)).toMatchObject({ available: before.available + 2 });
    await expectSound(market);
  });
});

describe('while Auth is down, gRPC and its twins', () => {
  const behindAuthorizer = contractOperations.filter(({ secured, checksToken }) => secured && !checksToken);
  const oneOfEachLambda = new Map(
    behindAuthorizer.map((operation) => [`${operation.domain}/${operation.entry}`, operation]),
  ).values();
  it('a secured operation of each Lambda answers 503 with Retry-After, and none 401 or 403; afterwards all is well', async () => {
    await withoutAuthTwins(async () => {
      await stopGrpc('auth');
      try {
        const { token } = market.admin;
        for (const operation of oneOfEachLambda) {
          const answer = await callOnce(operation.key, { ...passing(operation), token });
          expectProblem(answer, 503);
          expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        }
        expect((await call('GET /.well-known/jwks.json')).status).toBe(200);
      } finally {
        await startGrpc('auth');
      }
    });
    await eventually(
      'Auth to answer again',
      async () => (await call('GET /locals', { token: market.admin.token })).status === 200,
    );
  });
});
